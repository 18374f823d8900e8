// A language that nobody speaks shows which words on a page come from no catalogue and no rule file.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFile, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { screen } from "../support/checks.mjs";
import { journey } from "../support/journey.mjs";
import * as places from "../support/places.mjs";
import { usual } from "./walk.mjs";

const pseudo = "en-x-pseudo";

/** Puts the program that knows the language into a site, translates its rules and asks for the language. */
async function translate(page, site) {
  // Each part of the program is of one build, so all of them change places.
  for (const name of await readdir(places.pseudo())) {
    await copyFile(join(places.pseudo(), name), join(site.dir, "wicketgate", name));
  }
  for (const words of [["texts", site.rules, "--pseudo"], ["publish", site.rules]]) {
    const { status, stderr } = spawnSync(places.wicketgate(), words, { encoding: "utf8" });
    assert.equal(status, 0, stderr);
  }
  await page.addInitScript((lang) => {
    addEventListener("DOMContentLoaded", () => document.querySelector("wicket-gate").setAttribute("lang", lang));
  }, pseudo);
}

/**
 * The visible words that are not between the brackets of the language.
 *
 * Names of organisations, numbers and what is typed stay as they are: `except` says which.
 */
function untranslated(page, except) {
  return page.evaluate(
    ([known]) => {
      const root = document.querySelector("wicket-gate").shadowRoot;
      const found = [];
      for (const block of root.querySelectorAll("*")) {
        const inline = (element) => /^(A|SPAN|STRONG|ABBR|B|EM)$/.test(element.tagName);
        const own = [...block.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
        if (!own || inline(block) || /^(STYLE|SCRIPT)$/.test(block.tagName) || !block.checkVisibility()) continue;
        let words = block.textContent;
        // From the inside out: a text may be filled in with another.
        for (let before = ""; before !== words; ) {
          before = words;
          words = words.replace(/⟦[^⟦⟧]*⟧/g, " ");
        }
        // Paragraphs of a provision, and the fingerprint of the rules.
        words = words.replace(/\((?:[a-z]|[ivx]+)\)|\b[0-9a-f]{12}\b/g, " ");
        for (const name of known) words = words.replaceAll(name, " ");
        words = words.replace(/[\d\s.,;:()“”/–-]+/g, " ").trim();
        if (words) found.push(`${block.localName}.${block.className}: ${words} (${block.textContent.trim()})`);
      }
      return found;
    },
    [except],
  );
}

const accents = { a: "á", e: "é", i: "í", o: "ó", u: "ú", y: "ý", A: "Á", E: "É", I: "Í", O: "Ó", U: "Ú" };
const plain = Object.fromEntries(Object.entries(accents).map(([letter, accent]) => [accent, letter]));

/** A label in the language, as far as it goes. */
const said = (label) => `⟦${label.replaceAll(/[aeiouyAEIOU]/g, (letter) => accents[letter])}`;
const english = (words) =>
  words.replaceAll(/[⟦⟧]/g, "").replaceAll(/[áéíóúýÁÉÍÓÚ]/g, (letter) => plain[letter]).trim();
const starts = (label) => new RegExp(`^${said(label)}`, "i");

const answers = [
  [/programme about/, ["Helping people with serious problems"]],
  [/problems do the people/, ["Homelessness", "Unemployment"]],
  [/problems harm/, ["Homelessness", "Unemployment"]],
  [/two or more of these problems, and not for everyone/, "Yes"],
  [/will the whole programme do\?/, ["Help to find", "Make a public", "Improve people"]],
  ...usual,
];

/** What stays: labels of provisions and numbers of instruments. */
const law = ["paras", "para", "regs", "reg", "arts", "art", "Sch", "Part", "Pt", "S.I", "c.", "s."];

journey("in a language that nobody speaks, every word on the way to an answer is translated", async ({ page, site }) => {
  await translate(page, site);
  await page.goto(site.url);
  const button = (label) => page.getByRole("button", { name: starts(label) });
  await button("Start now").waitFor();
  const left = {};
  const look = async (name) => {
    const found = await untranslated(page, law);
    if (found.length) left[name] = found;
  };
  const root = page.locator("wicket-gate [lang]").first();
  assert.equal(await root.getAttribute("lang"), pseudo);
  await look("start");
  await screen(page, "language-start");
  await button("Start now").click();
  let before = "";
  for (let pages = 0; ; pages += 1) {
    assert.ok(pages < 40, "the questions do not end");
    await page.waitForFunction((last) => {
      const shadow = document.querySelector("wicket-gate").shadowRoot;
      const date = shadow.querySelector(".govuk-date-input") !== null;
      return `${shadow.querySelector("h1")?.textContent}${date}` !== last;
    }, before);
    const words = await page.getByRole("heading", { level: 1 }).textContent();
    const year = page.locator(".govuk-date-input__input").nth(2);
    const date = (await year.count()) > 0;
    before = `${words}${date}`;
    const shown = english(words);
    await look(shown);
    if (shown === "Check your answers") break;
    if (date) {
      for (const [index, part] of ["1", "3", "2026"].entries()) {
        await page.locator(".govuk-date-input__input").nth(index).fill(part);
      }
    } else if (/(gives|gets) the information\?$/.test(shown)) {
      await page.getByRole("combobox").fill(/gives/.test(shown) ? "HMRC" : "DWP");
      await page.getByRole("option").first().click();
    } else {
      const [, answer] = answers.find(([question]) => question.test(shown)) ?? [];
      assert.ok(answer !== undefined, `nobody answers: ${shown}`);
      if (typeof answer === "string") await page.getByRole("radio", { name: starts(answer) }).first().check();
      else if (Array.isArray(answer)) {
        for (const label of answer) await page.getByRole("checkbox", { name: starts(label) }).first().check();
      }
    }
    await button("Continue").click();
  }
  await screen(page, "language-check");
  await button("See the result").click();
  await page.getByRole("heading", { level: 2, name: starts("Your answers") }).waitFor();
  await look("outcome");
  await screen(page, "language-outcome");
  assert.deepEqual(left, {}, "every word is translated");
});

journey("without a translation the page is in English and says so", async ({ page, site }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.addInitScript(() => {
    addEventListener("DOMContentLoaded", () => document.querySelector("wicket-gate").setAttribute("lang", "cy"));
  });
  await page.goto(site.url);
  await page.getByRole("button", { name: "Start now" }).waitFor();
  assert.equal(await page.locator("wicket-gate [lang]").first().getAttribute("lang"), "en");
  assert.ok(!asked.some((url) => /texts\./.test(url)), "no translation is asked for");
});

journey("a translation is asked for only when the page wants it, and one that is broken is passed over", async ({ page, site }) => {
  await translate(page, site);
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").pop()));
  await page.route("**/texts.*.txt", (route) => route.fulfill({ body: "text" }));
  await page.goto(site.url);
  await page.getByRole("button", { name: starts("Start now") }).waitFor();
  assert.ok(asked.includes(`texts.${pseudo}.txt`));
  // The page's own words are there; the rules' are English, and are marked.
  const start = page.locator('wicket-gate p[lang="en"]').first();
  await start.waitFor();
  assert.doesNotMatch(await start.innerText(), /⟦/);
  // With another language the journey goes on in it.
  asked.length = 0;
  await page.evaluate(() => document.querySelector("wicket-gate").setAttribute("lang", "en"));
  await page.getByRole("button", { name: "Start now" }).waitFor();
  assert.ok(!asked.some((name) => name.startsWith("texts.")));
  const manifest = await readFile(join(site.rules, "manifest.txt"), "utf8");
  const before = await readFile(join(places.rules, "manifest.txt"), "utf8");
  const hash = (text) => text.match(/^# rulebook (\w+)/m)[1];
  assert.equal(hash(manifest), hash(before), "the law has one hash in every language");
  assert.match(manifest, new RegExp(`^# language ${pseudo}\n[0-9a-f]{64}  texts\\.`, "m"));
});
