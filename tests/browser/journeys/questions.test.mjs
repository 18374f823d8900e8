// Questions: what goes wrong is said and loses nothing, and any answer can be changed.
import assert from "node:assert/strict";
import { screen } from "../support/checks.mjs";
import { journey } from "../support/journey.mjs";
import { focused } from "../support/keyboard.mjs";
import { at, fuelPoverty as story, go, heading, questions, result, toAnswers } from "./walk.mjs";

const row = (page, question) => page.locator(".govuk-summary-list__row").filter({ hasText: question });
const change = (page, question) => row(page, question).getByRole("link", { name: /^Change/ }).click();

journey("each page that is sent empty says what is missing", async ({ page, site }) => {
  await page.goto(site.url);
  let pages = 0;
  await toAnswers(page, story, {
    each: async (page, heading) => {
      if (heading === "Check your answers") return;
      const button = page.getByRole("button", { name: "Continue" });
      await button.click();
      const alert = page.getByRole("alert");
      await alert.getByRole("heading", { name: "There is a problem" }).waitFor();
      const link = alert.getByRole("link");
      const words = await link.innerText();
      await page.locator(".govuk-error-message").getByText(words).waitFor();
      // The summary takes the focus, and its link leads to the field and leaves the address alone.
      assert.match((await focused(page)).text, /^There is a problem/);
      const address = page.url();
      await link.click();
      assert.equal((await focused(page)).tag, "input");
      assert.equal(page.url(), address);
      await screen(page, `error-${String((pages += 1)).padStart(2, "0")}`);
    },
  });
  assert.ok(pages > 6);
});

journey("a date is looked at part by part", async ({ page, site }) => {
  await page.goto(site.url);
  await page.getByRole("button", { name: "Start now" }).click();
  await page.getByLabel("On another day").check();
  await go(page);
  const field = (name) => page.getByLabel(name, { exact: true });
  await field("Day").fill("31");
  await go(page);
  await page.getByRole("alert").getByRole("link", { name: "The date must include" }).click();
  assert.equal((await focused(page)).name, "Month");
  await field("Month").fill("2");
  await field("Year").fill("2026");
  await go(page);
  await page.getByRole("alert").getByText("The date must be a real date").waitFor();
  assert.equal(await field("Day").inputValue(), "31", "what was typed stays");
  await screen(page, "error-date");
});

journey("an answer is changed, and every other answer is kept", async ({ page, site }) => {
  await page.goto(site.url);
  await toAnswers(page, story);
  await change(page, "living in fuel poverty");
  await at(page, /living in fuel poverty/);
  assert.ok(await page.getByLabel("Yes").isChecked(), "the answer is filled in");
  await page.getByLabel("No", { exact: true }).check();
  await go(page);
  await at(page, "Check your answers");
  assert.equal(await result(page), "Does not fit this gateway");
  await change(page, "living in fuel poverty");
  await page.getByLabel("Yes").check();
  await go(page);
  await at(page, "Check your answers");
  assert.match(await row(page, "do for people in fuel poverty").innerText(), /Cut their energy costs/);
  assert.match(await result(page), /likely to fit/);
});

journey("a question that falls away keeps its answer for when it matters again", async ({ page, site }) => {
  await page.goto(site.url);
  await toAnswers(page, story);
  await change(page, "programme about");
  await page.getByLabel("Helping people who cannot afford to keep their home warm").uncheck();
  await page.getByLabel("None of these").check();
  await go(page);
  await at(page, "Check your answers");
  assert.equal(await row(page, "do for people in fuel poverty").count(), 0);
  await page.getByText(/other answers? (is|are) kept but not used/).waitFor();
  await screen(page, "check-kept");
  await change(page, "programme about");
  await page.getByLabel("Helping people who cannot afford to keep their home warm").check();
  assert.ok(!(await page.getByLabel("None of these").isChecked()), "an aim clears “none”");
  await go(page);
  await at(page, "Check your answers");
  assert.match(await row(page, "do for people in fuel poverty").innerText(), /Cut their energy costs/);
});

journey("“I do not know” leads to advice on exactly that", async ({ page, site }) => {
  await page.goto(site.url);
  const answers = [[/living in fuel poverty/, "I do not know"], ...story.answers];
  await toAnswers(page, { ...story, answers });
  assert.match(await result(page), /^Get advice/);
  await page.getByRole("heading", { name: /^Is the help meant for people living in fuel poverty/ }).waitFor();
  await screen(page, "unknown-result");
});

journey("each page takes the focus to its heading, and the start page has the plain address", async ({ page, site }) => {
  await page.goto(site.url);
  const address = page.url();
  const title = await page.title();
  await page.getByRole("button", { name: "Start now" }).waitFor();
  assert.equal((await focused(page)).tag, "body", "nothing is focused unasked");
  let first = true;
  await toAnswers(page, story, {
    each: async (page, heading) => {
      const found = await focused(page);
      assert.equal(found.text, heading);
      assert.equal(found.tag, "h1");
      first = false;
    },
  });
  await result(page);
  await page.getByRole("link", { name: "Start again" }).click();
  await page.getByRole("button", { name: "Start now" }).waitFor();
  assert.equal((await focused(page)).tag, "h1");
  assert.equal(page.url(), address);
  assert.equal(await page.title(), title);
  assert.ok(!first);
});

journey("back leads through the pages with what was answered there", async ({ page, site }) => {
  await page.goto(site.url);
  await toAnswers(page, story);
  const back = () => page.getByRole("link", { name: "Back", exact: true }).click();
  await back();
  await at(page, /do for people in fuel poverty/);
  assert.ok(await page.getByLabel("Cut their energy costs").isChecked());
  // Others may stand between: which question is asked when is for the engine to say.
  for (let pages = 0; !/living in fuel poverty/.test(await heading(page)); pages += 1) {
    assert.ok(pages < 20, "the question is never come back to");
    const before = await heading(page);
    await back();
    await page.waitForFunction(
      (before) => document.querySelector("wicket-gate").shadowRoot.querySelector("h1")?.textContent !== before,
      before,
    );
  }
  assert.ok(await page.getByLabel("Yes").isChecked());
  await go(page);
  await questions(page, story);
});

journey("events say where the person is, and nothing that was answered", async ({ page, site, context }) => {
  await context.addInitScript(() => {
    globalThis.heard = [];
    for (const name of ["ready", "step", "outcome", "failed"]) {
      addEventListener(`wicket-gate-${name}`, (event) => {
        globalThis.heard.push([name, event.target.localName, event.detail]);
      });
    }
  });
  await page.goto(site.url);
  await toAnswers(page, story);
  await result(page);
  const heard = await page.evaluate(() => globalThis.heard);
  assert.equal(heard[0][0], "ready");
  assert.deepEqual(Object.keys(heard[0][2]), ["title", "lawAsAt", "hash"]);
  assert.ok(heard.every(([, target]) => target === "wicket-gate"));
  assert.deepEqual(heard.at(-1), ["outcome", "wicket-gate", {}]);
  const steps = heard.filter(([name]) => name === "step").map(([, , detail]) => detail);
  assert.deepEqual(steps[0], { page: "start" });
  assert.deepEqual(steps.at(-1), { page: "outcome" });
  assert.ok(steps.every((detail) => Object.keys(detail).join() === "page"));
});

journey("how many questions may remain is said once both ends are known, and kept to", async ({ page, site }) => {
  await page.goto(site.url);
  const said = [];
  await toAnswers(page, story, {
    each: async (_, heading) => {
      if (heading === "Check your answers") return;
      const caption = page.locator(".govuk-caption-m");
      const words = (await caption.count()) ? await caption.innerText() : "";
      const [, count = words && "1"] = words.match(/^At most (\d+) questions left$/) ?? [];
      said.push(count ? Number(count) : undefined);
    },
  });
  const first = said.findIndex((count) => count !== undefined);
  assert.ok(first > 2, `${said}: nothing is said of the day and of who shares with whom`);
  for (let at = first; at < said.length; at += 1) assert.ok(said[at] >= said.length - at, `${said}`);
});
