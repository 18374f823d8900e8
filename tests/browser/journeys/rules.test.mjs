// The rules change while the program stays: edited, broken, mended, newer.
import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { screen } from "../support/checks.mjs";
import { journey } from "../support/journey.mjs";
import { questions, result, toAnswers } from "./walk.mjs";

const story = {
  on: "1 3 2026",
  from: ["HMRC", "HM Revenue and Customs"],
  to: ["Greater London", "Greater London Authority"],
  answers: [
    [/programme about/, ["Helping people with serious problems"]],
    [/problems do the people/, ["Homelessness", "Unemployment"]],
    [/problems harm/, ["Homelessness", "Unemployment"]],
    [/two or more of these problems, and not for everyone/, "Yes"],
    [/will the whole programme do\?/, ["Help to find", "Make a public", "Improve people"]],
  ],
};

/** Saves a rule file as a policy owner would, and waits until it is published if it can be. */
async function save(site, file, change, published = true) {
  const path = join(site.rules, file);
  // The worked cases say what the law is, and would rightly keep such a change from being published.
  await rm(join(site.rules, "cases"), { recursive: true, force: true });
  const manifest = () => fetch(new URL("rules/manifest.txt", site.url)).then((response) => response.text());
  const before = await manifest();
  const text = await readFile(path, "utf8");
  const changed = change(text);
  assert.notEqual(changed, text, "the change changes something");
  await writeFile(path, changed);
  if (!published) return;
  for (let tries = 0; (await manifest()) === before; tries += 1) {
    assert.ok(tries < 100, `nothing was published:\n${site.log}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const objective = "objectives/multiple-disadvantages.gate";
/** Paragraph 17 joins the list. */
const widen = (text) => text.replace(/(persons of sch4 paragraphs [^[]*)\b16\b/, "$117");

/** Comes back to the page after a while. */
async function comeBack(page) {
  await page.clock.fastForward(61_000);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
}

journey("an edited rule file changes the answer with no rebuild", async ({ page, site }) => {
  await page.goto(site.url);
  await toAnswers(page, story);
  assert.equal(await result(page), "Does not fit this gateway");
  await save(site, objective, widen);
  await page.reload();
  // The page keeps the answers over a reload, and asks what the changed rules need besides.
  await questions(page, story);
  assert.match(await result(page), /^Multiple disadvantages: likely to fit/);
});

journey("newer rules are offered, and taken over with every answer", async ({ page, site }) => {
  await page.clock.install();
  await page.goto(site.url);
  await toAnswers(page, story);
  assert.equal(await result(page), "Does not fit this gateway");
  await save(site, objective, widen);
  await comeBack(page);
  await page.getByText("Newer rules have been published.").waitFor();
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Does not fit this gateway");
  await screen(page, "newer-rules");
  await page.getByRole("button", { name: "Use the newer rules" }).click();
  // The recipient counts now, so more is asked; what was said before stands.
  await questions(page, story);
  assert.match(await result(page), /^Multiple disadvantages: likely to fit/);
});

journey(
  "a broken set of rules leaves the last good one in use and says so",
  async ({ page, site }) => {
    await page.clock.install();
    await page.goto(site.url);
    await toAnswers(page, story);
    // A manifest whose files are not what it lists, as in the middle of an upload.
    await page.route("**/manifest.txt", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll(/^[0-9a-f]{8}/gm, "00000000") });
    });
    await comeBack(page);
    await page.getByText(/^The rules that are published now cannot be used/).waitFor();
    await screen(page, "stale-rules");
    assert.equal(await result(page), "Does not fit this gateway");
    await page.unroute("**/manifest.txt");
    await comeBack(page);
    await page.getByText(/^The rules that are published now cannot be used/).waitFor({ state: "detached" });
  },
  { expected: /wicket-gate: / },
);

journey(
  "rules that are swapped, broken and restored under a journey move nobody and lose nothing",
  async ({ page, site }) => {
    await page.clock.install();
    await page.goto(site.url);
    await toAnswers(page, story);
    const heading = () => page.getByRole("heading", { level: 1 }).innerText();
    const answers = () => page.locator(".govuk-summary-list").first().innerText();
    const before = [await heading(), await answers()];
    const path = join(site.rules, objective);
    const good = await readFile(path, "utf8");
    await save(site, objective, widen);
    await comeBack(page);
    await page.getByText("Newer rules have been published.").waitFor();
    assert.deepEqual([await heading(), await answers()], before);
    // One who saves nonsense publishes nothing, and the newer rules are still there to be had.
    await save(site, objective, (text) => `${text}\nobjective {`, false);
    await comeBack(page);
    await page.getByRole("button", { name: "Use the newer rules" }).waitFor();
    await writeFile(path, good);
    await page.waitForTimeout(1500);
    await comeBack(page);
    await page.getByText("Newer rules have been published.").waitFor({ state: "detached" });
    assert.deepEqual([await heading(), await answers()], before);
    assert.equal(await result(page), "Does not fit this gateway");
  },
  { expected: /wicket-gate: / },
);

journey("a saved answer with an older name keeps its answer, and the page says what it is called now", async ({ page, site }) => {
  await save(site, "rulebook.gate", (text) => `${text}\nrenamed question in-fuel-poverty to living-in-fuel-poverty\n`);
  await page.goto(site.url);
  const saved = {
    on: "2026-03-01",
    legs: [{ discloser: { is: "sch4-10" }, recipient: { is: "sch4-7" }, answers: {} }],
    answers: { aims: ["fuel-poverty"], "in-fuel-poverty": true },
  };
  await page.getByRole("link", { name: "Open a saved answer" }).click();
  const buffer = Buffer.from(JSON.stringify(saved));
  await page.getByLabel("Choose a file").setInputFiles({ name: "saved.json", mimeType: "application/json", buffer });
  await page.getByRole("heading", { level: 2, name: "Names that have changed" }).waitFor();
  await page.getByText("in-fuel-poverty is now living-in-fuel-poverty").waitFor();
  await screen(page, "opened-renamed");
  await page.getByRole("button", { name: "Go on with these answers" }).click();
  const seen = [];
  await questions(page, { ...fits, answers: [[/do for people in fuel poverty/, ["Cut their energy costs"]]] }, {
    each: (_page, heading) => seen.push(heading),
  });
  assert.ok(!seen.some((heading) => /living in fuel poverty/.test(heading)), seen.join("; "));
  const row = page.locator(".govuk-summary-list__row").filter({ hasText: "living in fuel poverty" });
  assert.match(await row.innerText(), /Yes/);
});

/** The addresses below `rules` that a page asks for, in order. */
function asked(page) {
  const names = [];
  page.on("request", (request) => {
    const [, name] = request.url().match(/\/rules\/(.+)$/) ?? [];
    if (name) names.push(name);
  });
  return names;
}

const whole = async (site) =>
  (await readFile(join(site.rules, "manifest.txt"), "utf8")).match(/^# rulebook ([0-9a-f]+)$/m)[1];
/** A page whose requests the test answers, and no worker of the page. */
const alone = { serviceWorkers: "block" };
const blocked = /Service Worker registration blocked/;
const notes = (page) => page.getByText("Know what “personal information” is here").first();
const fits = { ...story, to: ["DWP", "Department for Work and Pensions"] };

journey("questions can be asked before what goes with an answer has come", async ({ page, site, context }) => {
  await context.addInitScript(() => {
    addEventListener("wicket-gate-ready", (event) => (globalThis.hash = event.detail.hash));
  });
  const names = asked(page);
  let let_go;
  const held = new Promise((resolve) => (let_go = resolve));
  await page.route("**/answers.txt", (route) => held.then(() => route.continue()));
  await page.goto(site.url);
  await toAnswers(page, fits);
  assert.deepEqual(names, ["manifest.txt", "questions.txt", "answers.txt"]);
  const outcome = await result(page);
  assert.match(outcome, /likely to fit/);
  assert.equal(await notes(page).count(), 0);
  const hash = await whole(site);
  assert.equal(await page.evaluate(() => globalThis.hash), hash);
  const heading = page.getByRole("heading", { level: 1 });
  await heading.focus();
  let_go();
  await notes(page).waitFor({ state: "attached" });
  assert.equal(await heading.innerText(), outcome);
  assert.ok(await heading.evaluate((node) => node.getRootNode().activeElement === node), "focus stays");
  assert.equal(await page.getByText("Newer rules have been published.").count(), 0);
  assert.ok(await page.getByText(hash.slice(0, 12)).count(), "an answer names all the rules");
}, { expected: blocked, context: alone });

const stale = (text) => text.replace("rulebook", "rulebooc").replace(/^rulebook.gate.*/m, "");
for (const [what, name, answer] of [
  ["missing", "questions.txt", (route) => route.fulfill({ status: 404 })],
  ["missing", "answers.txt", (route) => route.fulfill({ status: 404 })],
  ["cut short", "questions.txt", async (route) => part(route, (text) => text.slice(0, text.length / 2))],
  ["cut short", "answers.txt", async (route) => part(route, (text) => text.slice(0, 100))],
  ["too long", "questions.txt", (route) => part(route, (text) => text + " ".repeat(3_000_000))],
  ["out of date", "questions.txt", (route) => part(route, stale)],
  ["too slow", "answers.txt", (route) => route.abort("timedout")],
  ["something else", "questions.txt", (route) => route.fulfill({ body: "<html>\n".repeat(9) })],
]) {
  journey(
    `where ${name} is ${what}, the files are asked for one by one`,
    async ({ page, site }) => {
      const names = asked(page);
      await page.route(`**/${name}`, answer);
      await page.goto(site.url);
      await toAnswers(page, fits);
      assert.match(await result(page), /likely to fit/);
      await notes(page).waitFor({ state: "attached" });
      assert.ok(names.some((name) => name.endsWith(".gate")), "files are asked for");
      assert.equal(await page.getByText(/cannot be used/).count(), 0);
    },
    { expected: /404|ERR_TIMED_OUT|registration blocked/, context: alone },
  );
}

async function part(route, change) {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.text()) });
}

/** Leaves the files alone, one of which gives another answer. */
async function oneOf(page, answer) {
  await page.route("**/questions.txt", (route) => route.fulfill({ status: 404 }));
  await page.route("**/sch4.gate", (route) => route.fulfill(answer));
}

journey("rules without bundles, and a plain list of hashes, work too", async ({ page, site }) => {
  const names = asked(page);
  await page.route("**/manifest.txt", (route) => part(route, (text) => text.replaceAll(/^#.*\n/gm, "")));
  await page.goto(site.url);
  await toAnswers(page, fits);
  assert.match(await result(page), /likely to fit/);
  await notes(page).waitFor({ state: "attached" });
  assert.ok(!names.some((name) => /questions.txt|answers.txt/.test(name)));
}, { expected: blocked, context: alone });

journey(
  "what cannot be had with an answer leaves the questions in use and says so, until it can",
  async ({ page, site }) => {
    await page.clock.install();
    for (const lost of ["**/answers.txt", "**/notes/duties.gate"]) {
      await page.route(lost, (route) => route.fulfill({ status: 404 }));
    }
    await page.goto(site.url);
    await page.getByText(/^The rules that are published now cannot be used/).waitFor();
    await toAnswers(page, fits);
    const outcome = await result(page);
    await page.unroute("**/answers.txt");
    await comeBack(page);
    await notes(page).waitFor({ state: "attached" });
    assert.equal(await page.getByText(/cannot be used/).count(), 0);
    assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), outcome);
  },
  { expected: /wicket-gate: |404|registration blocked/, context: alone },
);

for (const [what, break_] of [
  ["missing", (_, page) => oneOf(page, { status: 404 })],
  ["too long", (_, page) => oneOf(page, { body: "x".repeat(600_000) })],
  ["not as listed", (_, page) => oneOf(page, { body: "x" })],
  ["no manifest", (_, page) => page.route("**/manifest.txt", (route) => route.fulfill({ body: "<html>" }))],
]) {
  journey(
    `rules that never worked (${what}) show a plain message and the page's own content`,
    async ({ page, site, context }) => {
      await context.addInitScript(() => {
        addEventListener("wicket-gate-failed", (event) => (globalThis.failed = event.detail.message));
      });
      await break_(site, page);
      await page.goto(site.url);
      await page.getByRole("heading", { name: "Sorry, there is a problem with this check" }).waitFor();
      await page.getByText("The questions are not running on this page.").waitFor();
      assert.ok(await page.evaluate(() => globalThis.failed));
      await screen(page, `no-rules-${what.replaceAll(" ", "-")}`);
    },
    { expected: /wicket-gate: |404/ },
  );
}

journey(
  "an address that is none leaves the rules in use, and the other attributes work on",
  async ({ page, site }) => {
    await page.goto(site.url);
    await page.getByRole("button", { name: "Start now" }).waitFor();
    const set = (name, value) => page.locator("wicket-gate").evaluate((gate, [name, value]) => gate.setAttribute(name, value), [name, value]);
    await set("rules", "http://[");
    await page.getByText(/You are still using the rules checked up to/).waitFor();
    await set("heading-level", "3");
    await page.getByRole("heading", { level: 3, name: /^Check if a data share fits/ }).waitFor();
  },
  { expected: /cannot be asked for/ },
);
