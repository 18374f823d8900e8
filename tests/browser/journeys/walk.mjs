// Walking through the questions, whatever they are and in whatever order they come.
//
// A rule file may add a question at any time, so a story says what is true and not which page follows
// which. What no story is about is in `usual`; a question that nobody answers fails with its words.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import * as keyboard from "../support/keyboard.mjs";

/**
 * What holds in every story that does not say otherwise: [question, answer].
 *
 * An answer is a radio's words, a list of boxes, or `{ type }` for a text.
 */
export const usual = [
  [/^When will the information be shared/, "On another day"],
  [/one and the same organisation/, "No"],
  [/only process the information for the other/, "No"],
  [/^What is the share mainly for/, "Helping people"],
  [/^Where does the programme help people/, ["England"]],
  [/for its own public work/, "Yes"],
  [/for its business functions/, "Yes"],
  [/from HMRC under this Act/, "No"],
  [/^What is its name/, { type: "" }],
];

/** A share that fits, for stories that are about something else. */
export const fuelPoverty = {
  on: "1 3 2026",
  from: ["HMRC", "HM Revenue and Customs"],
  to: ["DWP", "Department for Work and Pensions"],
  answers: [
    [/programme about/, ["Helping people who cannot afford to keep their home warm"]],
    [/living in fuel poverty/, "Yes"],
    [/do for people in fuel poverty/, ["Cut their energy costs"]],
  ],
};

/** The heading of the page that is shown. */
export const heading = (page) => page.getByRole("heading", { level: 1 }).innerText();

/** Waits for a page with this heading, text or pattern. */
export const at = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();

export const go = (page) => page.getByRole("button", { name: "Continue" }).click();

/** Types the name of an organisation and takes the suggestion of that name. */
export async function organisation(page, typed, name) {
  await page.getByRole("combobox").fill(typed);
  await page.getByRole("option", { name }).first().click();
}

/** A person at a mouse. */
const pointer = {
  start: (page) => page.getByRole("button", { name: "Start now" }).click(),
  go,
  see: (page) => page.getByRole("button", { name: "See the result" }).click(),
  radio: (page, label) => page.getByRole("radio", { name: label }).first().check(),
  box: (page, label) => page.getByRole("checkbox", { name: label }).first().check(),
  find: organisation,
  type: (page, text) => page.getByRole("textbox").fill(text),
  date: async (page, parts) => {
    for (const [index, name] of ["Day", "Month", "Year"].entries()) {
      await page.getByLabel(name, { exact: true }).fill(parts[index]);
    }
  },
  press: (page, name) => page.getByRole("button", { name }).click(),
  follow: (page, name) => page.getByRole("link", { name }).click(),
};

const starts = (label) => new RegExp(`^${label.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);

/** A person without one. */
export const keys = {
  start: async (page) => {
    await page.getByRole("button", { name: "Start now" }).waitFor();
    await keyboard.press(page, "Start now");
  },
  go: (page) => keyboard.press(page, "Continue"),
  see: (page) => keyboard.press(page, "See the result"),
  radio: (page, label) => keyboard.choose(page, starts(label)),
  box: (page, label) => keyboard.tick(page, starts(label)),
  find: async (page, typed, name) => {
    await keyboard.tabTo(page, /^Which organisation/);
    await page.keyboard.type(typed);
    await page.getByRole("option", { name }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  },
  date: async (page, parts) => {
    for (const [index, name] of ["Day", "Month", "Year"].entries()) {
      await keyboard.tabTo(page, name);
      await page.keyboard.type(parts[index]);
    }
  },
  type: async (page, text) => {
    await keyboard.tabToAny(page, ({ tag, type }) => tag === "input" && type === "text");
    await page.keyboard.press("Control+A");
    await page.keyboard.type(text);
  },
  // The links to provisions are many.
  press: (page, name) => keyboard.press(page, name, { limit: 600 }),
  follow: (page, name) => keyboard.press(page, name, { limit: 600 }),
};

/**
 * Goes from the start page to the answers.
 *
 * `story` is `{ on: "1 3 2026", from: [typed, name], to: [typed, name], answers: [[question, answer]] }`;
 * `each(page, heading)` is called on each page before it is answered.
 */
export async function toAnswers(page, story, { keyboardOnly = false, each } = {}) {
  const hand = keyboardOnly ? keys : pointer;
  await hand.start(page);
  await questions(page, story, { hand, each });
}

/** Goes from wherever the questions stand to the answers. */
export async function questions(page, story, { hand = pointer, each } = {}) {
  const said = [...(story.answers ?? []), ...usual];
  let before = "";
  for (let pages = 0; pages < 40; pages += 1) {
    await page.waitForFunction((last) => {
      const root = document.querySelector("wicket-gate").shadowRoot;
      const shown = root.querySelector("h1")?.textContent;
      const date = root.querySelector(".govuk-date-input") !== null;
      // With several legs the same question comes once for each.
      const leg = root.querySelector(".govuk-caption-l")?.textContent ?? "";
      // The second part of the program may take a moment.
      return shown && !root.querySelector("[aria-busy]") && `${leg}${shown}${date}` !== last;
    }, before);
    const shown = await heading(page);
    const date = (await page.getByLabel("Year", { exact: true }).count()) > 0;
    const captions = page.locator(".govuk-caption-l");
    const leg = (await captions.count()) > 0 ? await captions.first().textContent() : "";
    before = `${leg}${shown}${date}`;
    await each?.(page, shown);
    if (shown === "Check your answers") return;
    if (date) await hand.date(page, story.on.split(" "));
    else if (/gives the information\?$/.test(shown) && story.from) await hand.find(page, ...story.from);
    else if (/gets the information\?$/.test(shown) && story.to) await hand.find(page, ...story.to);
    else await answer(page, shown, said, hand);
    await hand.go(page);
  }
  assert.fail("the questions do not end");
}

async function answer(page, shown, said, hand) {
  const [, answer] = said.find(([question]) => question.test(shown)) ?? [];
  assert.ok(answer !== undefined, `nobody answers: ${shown}`);
  if (answer.type !== undefined) return hand.type(page, answer.type);
  if (!Array.isArray(answer)) return hand.radio(page, answer);
  for (const label of answer) await hand.box(page, label);
}

/** Goes on to the result and gives its heading. */
export async function result(page, { keyboardOnly = false } = {}) {
  await (keyboardOnly ? keys : pointer).see(page);
  await page.getByRole("heading", { level: 2, name: "Your answers" }).waitFor();
  return heading(page);
}

/**
 * Takes the answer away as a web page, from the result on.
 *
 * The file must say what the page said, of whom it said it, and by which rules.
 */
export async function takenAway(page, { keyboardOnly = false } = {}) {
  const hand = keyboardOnly ? keys : pointer;
  const outcome = await heading(page);
  const share = await page.locator(".govuk-caption-l").first().innerText();
  await hand.press(page, "Take it away");
  await at(page, "Take it away");
  const waiting = page.waitForEvent("download");
  await hand.press(page, "Download as a web page");
  const download = await waiting;
  assert.match(download.suggestedFilename(), /^data-share-[\d-]+\.html$/);
  await page.getByRole("status").getByText("The file was downloaded.").waitFor();
  const text = (await readFile(await download.path(), "utf8")).replaceAll("&amp;", "&");
  for (const said of [`<h1>${outcome}</h1>`, share, "It is not legal advice or approval."]) {
    assert.ok(text.includes(said), `${said} is in the file:\n${text.slice(0, 2000)}`);
  }
  assert.match(text, /[0-9a-f]{64}/, "the fingerprint of the rules");
  return text;
}

/** The links to provisions below a sentence of the result. */
export const provisions = (page, sentence) =>
  page.getByRole("listitem").filter({ hasText: sentence }).first().getByRole("link").allInnerTexts();
