// An answer taken away: files, print, a link, notes; and a file opened again, checked and compared.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { accessible, screen, sheet } from "../support/checks.mjs";
import { hosted } from "../support/host.mjs";
import { journey } from "../support/journey.mjs";
import { at, fuelPoverty as fits, heading, result, toAnswers } from "./walk.mjs";

async function toTake(page, site) {
  await page.goto(site.url);
  await toAnswers(page, fits);
  await result(page);
  await page.getByRole("button", { name: "Take it away" }).click();
  await at(page, "Take it away");
}

/** The text of a file that a button gives, and its name. */
async function downloaded(page, button) {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const download = await waiting;
  await page.getByRole("status").getByText("The file was downloaded.").waitFor();
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

const json = (text, name = "saved.json") => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });
const choose = (page, file) => page.getByLabel("Choose a file").setInputFiles(file);

async function open(page, text) {
  await page.getByRole("link", { name: "Open a saved answer" }).first().click();
  await at(page, "Open a saved answer");
  await choose(page, json(text));
}

/** Drops a file on the heading of the page. */
async function drop(page, text) {
  const target = await page.getByRole("heading", { level: 1 }).elementHandle();
  await target.evaluate((target, text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "saved.json", { type: "application/json" }));
    for (const type of ["dragover", "drop"]) {
      target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }));
    }
  }, text);
}

journey("the answer is taken away in every form, with a note on an answer", async ({ page, site }) => {
  await page.goto(site.url);
  await toAnswers(page, fits);
  await result(page);
  await page.getByRole("link", { name: /^Note .*programme about/ }).click();
  await page.getByText("Do not write personal data here.").waitFor();
  await screen(page, "note");
  await page.getByLabel("Who said so, and why").fill("The programme lead, in March");
  await page.getByLabel("Link to where it is written").fill("somewhere");
  await page.getByRole("button", { name: "Save the note" }).click();
  await page.getByRole("alert").getByText("The link must begin with https://").waitFor();
  await screen(page, "note-error");
  await page.getByLabel("Link to where it is written").fill("https://example.org/minutes");
  await page.getByRole("button", { name: "Save the note" }).click();
  await page.getByText("The programme lead, in March").waitFor();
  await page.getByRole("button", { name: "Take it away" }).click();
  await at(page, "Take it away");
  await screen(page, "take");

  const markdown = await downloaded(page, /for a business case/);
  assert.equal(markdown.name, "data-share-2026-03-01.md");
  assert.match(markdown.text, /^# Fuel poverty: likely to fit/);
  assert.match(markdown.text, /The programme lead, in March \[https:\/\/example.org\/minutes\]/);
  const register = await downloaded(page, /draft entry for the public register/);
  assert.match(register.text, /- Controllers: HM Revenue and Customs; Department for Work and Pensions/);
  const notice = await downloaded(page, /privacy notice/);
  assert.match(notice.text, /Digital Economy Act 2017/);

  const saved = JSON.parse((await downloaded(page, /JSON/)).text);
  assert.equal(saved.outcome, "fits");
  assert.equal(saved.notes[0].note, "The programme lead, in March");
  assert.equal(saved.proposal.on, "2026-03-01");

  // The web page stands alone: opened by itself it shows the same, and asks for nothing.
  const web = await downloaded(page, /web page/);
  const file = join(site.dir, web.name);
  await writeFile(file, web.text);
  await page.goto(new URL(web.name, site.url).href);
  assert.match(await heading(page), /^Fuel poverty: likely to fit/);
  await page.getByText("It is not legal advice or approval.").first().waitFor();
  await accessible(page);
  assert.equal(await page.locator("script").count(), 0);
});

journey("a printed answer is one document, without buttons", async ({ page, site }) => {
  await toTake(page, site);
  await page.emulateMedia({ media: "print" });
  assert.match(await heading(page), /^Fuel poverty: likely to fit/);
  assert.equal(await page.getByRole("button").count(), 0);
  await page.getByRole("heading", { name: "Your answers" }).waitFor();
  await page.setViewportSize({ width: 794, height: 1123 });
  await sheet(page, "take-printed");
});

journey("a link opens on a fresh page with its answers, and says what it holds", async ({ page, site, context }) => {
  await toTake(page, site);
  await page.getByText(/The link contains your answers/).waitFor();
  const link = await page.getByLabel("Link with your answers").inputValue();
  assert.ok(link.startsWith(new URL("index.html#on=2026-03-01&", site.url).href), link);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy the link" }).click();
  await page.getByRole("status").getByText("The link was copied.").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
  assert.equal(page.url().split("#")[1], link.split("#")[1], "the page of its own has the answers in its address");
  const fresh = await context.newPage();
  await fresh.goto(link);
  await fresh.getByRole("heading", { level: 2, name: "Your answers" }).waitFor();
  assert.match(await heading(fresh), /^Fuel poverty: likely to fit/);
  await fresh.getByRole("button", { name: "Take it away" }).click();
  assert.equal(await fresh.getByLabel("Link with your answers").inputValue(), link);
});

journey("an embed links to the page that stands alone and leaves its host's address", async ({ page, site }) => {
  const host = `<!doctype html><html lang="en"><head><title>Host</title></head><body><main>
    <wicket-gate rules="${site.url}rules/manifest.txt"></wicket-gate></main>
    <script type="module" src="${site.url}wicketgate/wicketgate.js"></script></body></html>`;
  await hosted(site, host, async (url) => {
    await page.goto(`${url}#on=2026-03-01`);
    await toAnswers(page, fits);
    await result(page);
    await page.getByRole("button", { name: "Take it away" }).click();
    const link = await page.getByRole("link", { name: /on a page of its own, with your answers/ }).getAttribute("href");
    assert.ok(link.startsWith(new URL("index.html#on=", site.url).href), link);
    assert.equal(new URL(page.url()).hash, "#on=2026-03-01");
  });
}, { headers: { "access-control-allow-origin": "*" } });

journey("a saved answer is checked again: the same, changed by hand, of older rules, or none at all", async ({ page, site }) => {
  await toTake(page, site);
  const { text } = await downloaded(page, /JSON/);
  await open(page, text);
  await at(page, "Same answer");
  await page.getByText("It is not legal advice or approval.").first().waitFor();
  await screen(page, "opened-same");

  await drop(page, text.replace('"outcome": "fits"', '"outcome": "does-not-fit"'));
  await at(page, "Different answer");
  await page.getByText(/changed after it was saved/).waitFor();
  await screen(page, "opened-altered");

  const older = text
    .replace(/"hash": "[0-9a-f]+"/, `"hash": "${"0".repeat(64)}"`)
    .replace('"law-as-at": "2026-03-31"', '"law-as-at": "2025-01-31"')
    .replaceAll("living-in-fuel-poverty", "in-fuel-poverty");
  await drop(page, older);
  await page.getByText("The file was made by other rules.").waitFor();
  await page.getByText(/law checked up to 31 January 2025/).waitFor();
  await page.getByRole("heading", { name: "Answers that were dropped" }).waitFor();
  await page.getByText("Fuel poverty: likely to fit in the file, not decided yet now").waitFor();
  await screen(page, "opened-older");

  await drop(page, "no JSON");
  await page.getByRole("alert").getByText(/could not be read/).waitFor();
  await screen(page, "open-error");
  await choose(page, json('{"recipe": "cake"}'));
  await page.getByRole("alert").getByText(/is not an answer that was saved/).waitFor();
  await choose(page, json(older));
  await page.getByRole("button", { name: "Go on with these answers" }).click();
  // What was dropped is asked again.
  await at(page, /living in fuel poverty/);
});

journey("two partners lay their answers side by side and get one question to ask", async ({ page, site }) => {
  await toTake(page, site);
  const { text } = await downloaded(page, /JSON/);
  await page.goto(site.url);
  await toAnswers(page, { ...fits, answers: [...fits.answers, [/for its own public work/, "No"]] });
  assert.equal(await result(page), "Does not fit this gateway");
  await drop(page, text);
  await at(page, "Same answer");
  await page.getByRole("link", { name: "Compare with your answers" }).click();
  await at(page, "Compare with your answers");
  await page.getByRole("rowheader", { name: /for its own public work.*this decides/ }).waitFor();
  await page.getByRole("heading", { name: "Enough to turn your result into theirs" }).waitFor();
  await screen(page, "compare");
  const { name, text: asked } = await downloaded(page, /one question to ask/);
  assert.equal(name, "data-share-2026-03-01-question.md");
  assert.match(asked, /Which of the two readings is right for this share/);
  assert.match(asked, /\| No \| Yes \|/);
  assert.match(asked, /legislation\.gov\.uk/);
});
