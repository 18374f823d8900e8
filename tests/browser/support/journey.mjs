// One journey: a fresh page on a copy of the site, watched for anything that must never happen.
//
//   journey("a share fits", async ({ page, site }) => {
//     await page.goto(site.url);
//     ...
//   });
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium as playwright } from "playwright-core";
import * as places from "./places.mjs";
import { shot } from "./checks.mjs";
import { startSite } from "./site.mjs";

// Without the last ones Chromium looks for its maker's servers at every start.
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const axe = new URL("../../../node_modules/axe-core/axe.min.js", import.meta.url);

let browser;
before(async () => {
  browser = await playwright.launch({ executablePath: places.chromium(), args: flags });
});
after(() => browser?.close());

/**
 * Runs `walk({ page, context, site, browser })` as a test.
 *
 * It fails if the page logs an error, throws one, breaks its own security policy or asks another
 * site for anything, unless `expected` (a pattern) is what was logged.
 * `headers` go with every answer of the server; `context` are Playwright's options for the page.
 * Where `CI` is set a walk that fails is tried once more, and what it failed with is printed.
 */
export function journey(name, walk, options = {}) {
  // Two tries of two minutes.
  test(name, { timeout: 240_000 }, async (t) => {
    try {
      await walked(name, walk, options);
    } catch (error) {
      // A machine that is busy may be too slow for a page once; what is wrong is wrong again.
      if (!process.env.CI) throw error;
      t.diagnostic(`walked a second time, since the first time said: ${error.stack}`);
      await walked(name, walk, options);
    }
  });
}

async function walked(name, walk, { headers, context: options = {}, expected }) {
  const site = await startSite({ headers });
  // A test that changes what a page is answered would not see what goes through a service worker.
  const usual = { viewport: { width: 1280, height: 900 }, serviceWorkers: "block" };
  const context = await browser.newContext({ ...usual, ...options });
  // Put in before the page's own policy counts: a policy that let it in later would let in others.
  await context.addInitScript({ path: axe.pathname });
  const faults = watch(context, site, expected);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  try {
    await walk({ page, context, site, browser });
    assert.deepEqual(faults, [], "nothing may go wrong behind the page");
  } catch (error) {
    if (faults.length) console.error(`${name}:`, faults, site.log);
    await shot(page, `failed-${name.replaceAll(/\W+/g, "-")}`, [1280]).catch(() => {});
    throw error;
  } finally {
    await context.close();
    await site.stop();
  }
}

function watch(context, site, expected) {
  const faults = [];
  const fault = (text) => {
    // What the browser under test says of its own settings is nothing that went wrong.
    if (/Service Worker registration blocked by Playwright/.test(text)) return;
    if (!expected?.test(text)) faults.push(text);
  };
  context.on("request", (request) => {
    const url = new URL(request.url());
    const sites = [site.url, ...site.hosts].map((site) => new URL(site).origin);
    const own = sites.includes(url.origin) || ["blob:", "data:"].includes(url.protocol);
    if (!own) fault(`asked another site: ${url}`);
  });
  context.on("weberror", (error) => fault(`threw: ${error.error()}`));
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) fault(`logged: ${message.text()}`);
  });
  return faults;
}
