// The program comes in two parts: what a person sees first does not wait for the second.
import assert from "node:assert/strict";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { screen } from "../support/checks.mjs";
import { journey } from "../support/journey.mjs";
import { focused, press } from "../support/keyboard.mjs";
import * as places from "../support/places.mjs";

const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();
/** What a browser says of a file that is not to be had. */
const missing = { expected: /Failed to (load resource|fetch)|cannot be had/ };

/** Keeps the second part back until what this gives is called. */
async function hold(page) {
  let release;
  const held = new Promise((resolve) => {
    release = resolve;
  });
  await page.route("**/later-*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

journey("the first question comes without the second part, and its answer waits for it", async ({ page, site }) => {
  const release = await hold(page);
  await page.goto(site.url);
  await page.getByRole("button", { name: "Start now" }).click();
  await heading(page, "When");
  await page.getByRole("radio", { name: /today/i }).check();
  await page.getByRole("button", { name: "Continue" }).click();
  await heading(page, "Loading this page");
  assert.equal((await focused(page)).text, "Loading this page");
  await screen(page, "second-part-loading");
  // Going back keeps nothing waiting.
  await page.getByRole("link", { name: "Back" }).click();
  await heading(page, "Check if");
  await page.getByRole("button", { name: "Start now" }).click();
  await page.getByRole("radio", { name: /today/i }).check();
  await page.getByRole("button", { name: "Continue" }).click();
  release();
  await page.getByRole("combobox").waitFor();
  await page.getByRole("link", { name: "Back" }).click();
  await heading(page, "When");
  assert.ok(await page.getByRole("radio", { name: /today/i }).isChecked());
});

journey("what is pressed on the start page waits for its own page alone", async ({ page, site }) => {
  const release = await hold(page);
  await page.goto(site.url);
  await page.getByRole("link", { name: /under another power/ }).click();
  await heading(page, "Loading this page");
  await page.getByRole("link", { name: "Back" }).click();
  await page.getByRole("button", { name: "Start now" }).click();
  await heading(page, "When");
  await page.getByRole("radio", { name: /today/i }).check();
  release();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("combobox").waitFor();
});

journey("a file that is dropped before the second part is there is opened with it", async ({ page, site }) => {
  const release = await hold(page);
  await page.goto(site.url);
  await page.getByRole("button", { name: "Start now" }).waitFor();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["no answer"], "answer.json", { type: "application/json" }));
    const on = document.querySelector("wicket-gate").shadowRoot.querySelector("h1");
    on.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, composed: true, dataTransfer: data }));
  });
  await heading(page, "Loading this page");
  release();
  await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  await heading(page, "Open a saved answer");
});

journey("a second part that cannot be had is told of, and may be asked for again", async ({ page, site }) => {
  let there = false;
  await page.route("**/later-*.wasm", (route) => (there ? route.continue() : route.abort()));
  await page.goto(site.url);
  await page.getByRole("button", { name: "Start now" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await heading(page, "This page could not be loaded");
  await screen(page, "second-part-missing");
  await press(page, "Try again");
  await heading(page, "This page could not be loaded");
  there = true;
  await press(page, "Try again");
  // What was sent was empty, which is said now.
  await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  await heading(page, "When");
}, missing);

journey("the second part leaves the fragment of the page as it is", async ({ page, site }) => {
  const release = await hold(page);
  await page.goto(site.url);
  await page.getByRole("button", { name: "Start now" }).waitFor();
  await press(page, "Skip to main content");
  await page.waitForFunction(() => location.hash === "#main-content");
  release();
  await page.evaluate(async () => (await import("./wicketgate/wicketgate.js")).ready());
  // The element draws again in the turn after it is told.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  assert.equal(await page.evaluate(() => location.hash), "#main-content");
});

journey("a link is read once all of the program is there", async ({ page, site }) => {
  const answers = `${site.url}#on=2026-03-01`;
  await page.route("**/later-*.wasm", (route) => route.abort());
  await page.goto(answers);
  await page.getByText("there is a problem with this check").waitFor();
  assert.equal(page.url(), answers, "the answers of the link are still there");
}, missing);

journey("files of two builds do not link, and the page's own content stays", async ({ page, site, context }) => {
  await context.addInitScript(() => {
    addEventListener("wicket-gate-failed", (event) => (globalThis.failed = event.detail.message));
  });
  await copyFile(join(places.pseudo(), "widget_bg.wasm"), join(site.dir, "wicketgate", "widget_bg.wasm"));
  await page.goto(site.url);
  await page.waitForFunction(() => globalThis.failed);
  assert.match(await page.evaluate(() => globalThis.failed), /later-[0-9a-f]+\.js/);
  await page.getByText("The questions are not running on this page.").waitFor();
}, { expected: /wicket-gate: / });
