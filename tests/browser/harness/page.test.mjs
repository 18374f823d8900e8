// The host page by itself, whatever the widget shows.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { accessible, noSidewaysScroll, screen, shot } from "../support/checks.mjs";
import { journey } from "../support/journey.mjs";
import { focused, press } from "../support/keyboard.mjs";
import { dist } from "../support/places.mjs";

const upgraded = (page) =>
  page.waitForFunction(() => document.querySelector("wicket-gate").shadowRoot?.querySelector(".wg-widget"));

journey("the page opens and the widget takes the place of its fallback", async ({ page, site }) => {
  await page.goto(site.url);
  await upgraded(page);
  assert.match(await page.title(), /Wicketgate/);
  await accessible(page);
  await noSidewaysScroll(page);
  await shot(page, "page");
});

journey("opening the page moves neither focus nor view", async ({ page, site }) => {
  await page.goto(site.url);
  await upgraded(page);
  assert.equal((await focused(page)).tag, "body");
  assert.equal(await page.evaluate(() => scrollY), 0);
});

journey("the skip link leads past the header", async ({ page, site }) => {
  await page.goto(site.url);
  await upgraded(page);
  await press(page, "Skip to main content");
  await page.waitForFunction(() => location.hash === "#main-content");
});

journey(
  "without JavaScript the fallback is there and can be used",
  async ({ page, site }) => {
    await page.goto(site.url);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await shot(page, "no-javascript");
  },
  { context: { javaScriptEnabled: false } },
);

for (const [what, pattern] of [
  ["program", "**/*.wasm"],
  ["glue", "**/widget.js"],
  ["style sheet", "**/wicketgate.css"],
]) {
  journey(
    `without its ${what} the element shows its fallback and says so to the page`,
    async ({ page, site, context }) => {
      await context.addInitScript(() => {
        addEventListener("wicket-gate-failed", (event) => (globalThis.failed = event.target.localName));
      });
      await page.route(pattern, (route) => route.abort());
      await page.goto(site.url);
      await page.waitForFunction(() => globalThis.failed === "wicket-gate");
      await page.getByText("The questions are not running on this page.").waitFor();
      await screen(page, `fallback-without-${what.replace(" ", "-")}`);
    },
    { expected: /ERR_FAILED|wicket-gate: / },
  );
}

journey(
  "where a host's policy bans WebAssembly the element shows its fallback",
  async ({ page, site }) => {
    await page.goto(site.url);
    await page.getByText("The questions are not running on this page.").waitFor();
    await page.waitForFunction(() => document.querySelector("wicket-gate").shadowRoot.querySelector("slot"));
  },
  {
    headers: { "content-security-policy": "script-src 'self'" },
    expected: /wicket-gate: |Content Security Policy|unsafe-eval/,
  },
);

journey("a server that sends a wrong type for wasm costs only time", async ({ page, site }) => {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { "content-type": "application/octet-stream" } });
  });
  await page.goto(site.url);
  await upgraded(page);
});

journey("moving the element keeps it; removing it ends it", async ({ page, site }) => {
  await page.goto(site.url);
  await upgraded(page);
  const same = await page.evaluate(async () => {
    const element = document.querySelector("wicket-gate");
    const inside = () => element.shadowRoot.querySelector(".wg-widget");
    const before = inside();
    document.body.append(element);
    await new Promise((resolve) => setTimeout(resolve));
    const moved = inside() === before;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    return { moved, ended: inside() === null };
  });
  assert.deepEqual(same, { moved: true, ended: true });
});

journey("two elements share one program and one style sheet", async ({ page, site }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(site.url);
  await upgraded(page);
  await page.evaluate(() => {
    const first = document.querySelector("wicket-gate");
    first.after(first.cloneNode(true));
  });
  await page.waitForFunction(() =>
    [...document.querySelectorAll("wicket-gate")].every((e) => e.shadowRoot.querySelector(".wg-widget")),
  );
  for (const file of ["widget_bg.wasm", "wicketgate.css"]) {
    assert.equal(asked.filter((path) => path.endsWith(file)).length, 1, file);
  }
});

journey("a host page with small rems does not shrink the widget", async ({ page, site }) => {
  await page.goto(site.url);
  await upgraded(page);
  const size = () =>
    page.evaluate(() => {
      const inside = document.querySelector("wicket-gate").shadowRoot.querySelector(".wg-widget");
      return getComputedStyle(inside).fontSize;
    });
  const before = await size();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("html { font-size: 62.5% } wicket-gate { --wicket-gate-rem: 16px }");
    document.adoptedStyleSheets = [sheet];
  });
  assert.equal(await size(), before);
});

journey("a host page with hostile styles changes nothing inside", async ({ page, site }) => {
  await page.goto(site.url);
  await upgraded(page);
  const look = () =>
    page.evaluate(() => {
      const inside = document.querySelector("wicket-gate").shadowRoot.querySelector(".wg-widget");
      const style = getComputedStyle(inside);
      return Array.from(style, (name) => [name, style[name]]);
    });
  const size = /^(width|height|inline-size|block-size|perspective-origin|transform-origin)$/;
  const kept = (style) => style.filter(([name]) => !size.test(name) && !name.startsWith("--"));
  const before = kept(await look());
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`body, body * { color: hotpink !important; font: italic 9px/3 serif !important; cursor: wait;
      letter-spacing: 5px !important; text-transform: uppercase; text-align: right; word-spacing: 9px;
      white-space: pre; list-style: square; text-shadow: 0 0 9px red; line-height: 5 !important; }
      div { display: none !important } input, label, h1 { margin-left: 200px !important }
      .wg-widget, .govuk-button { visibility: hidden !important }`);
    document.adoptedStyleSheets = [sheet];
  });
  assert.deepEqual(kept(await look()), before);
});

test("the site holds no brand, no font and no law of its own", async () => {
  const files = (await readdir(dist, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  for (const { name, parentPath, path } of files) {
    const folder = parentPath ?? path;
    assert.doesNotMatch(name, /\.(woff2?|ttf|otf)$/);
    // The guide is made from the rules, and holds their law.
    if (name === "guide.html" || folder.startsWith(join(dist, "rules")) || !/\.(html|js|css|svg)$/.test(name)) continue;
    const text = await readFile(join(folder, name), "utf8");
    assert.doesNotMatch(text, /GDS Transport|@font-face|govuk-crest|#1d70b8/i, name);
    assert.doesNotMatch(text, /\bAct\b|Digital Economy|section 3\d|Schedule \d|HMRC|Majesty/, name);
  }
});
