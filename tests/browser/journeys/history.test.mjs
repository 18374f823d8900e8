// Back, Forward and reload, where a page asks for them; and nothing of the kind where it does not.
import assert from "node:assert/strict";
import { screen } from "../support/checks.mjs";
import { hosted } from "../support/host.mjs";
import { journey } from "../support/journey.mjs";
import { at, fuelPoverty as story, go, result, toAnswers } from "./walk.mjs";

const row = (page, question) => page.locator(".govuk-summary-list__row").filter({ hasText: question });
const start = (page) => page.getByRole("button", { name: "Start now" });
const fragment = (page) => new URL(page.url()).hash;

journey("Back and Forward go through the pages and keep every answer", async ({ page, site }) => {
  await page.goto(site.url);
  const shown = [];
  await toAnswers(page, story, { each: (_page, name) => shown.push(name) });
  assert.match(fragment(page), /^#on=2026-03-01&/);
  for (const name of [...shown].reverse().slice(1, 5)) {
    await page.goBack();
    await at(page, name);
  }
  assert.match(fragment(page), /fuel-poverty-help/, "what was answered later is kept");
  for (const name of shown.slice(-4)) {
    await page.goForward();
    await at(page, name);
  }
  await row(page, "living in fuel poverty").getByText("Yes", { exact: true }).waitFor();
  assert.match(await result(page), /likely to fit/);
  // The link of the page goes back in the same history.
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await at(page, "Check your answers");
  await page.goForward();
  await at(page, /likely to fit/);
  const depth = () => page.evaluate(() => history.state["wicket-gate"].depth);
  for (let left = await depth(); left > 0; left -= 1) await page.goBack();
  await start(page).waitFor();
  assert.equal(await page.getByRole("link", { name: "Back", exact: true }).count(), 0);
});

journey("after a reload the page and all answers are there, and so is Back", async ({ page, site }) => {
  await page.goto(site.url);
  const shown = [];
  await toAnswers(page, story, { each: (_page, name) => shown.push(name) });
  await page.reload();
  await at(page, "Check your answers");
  await row(page, "do for people in fuel poverty").getByText("Cut their energy costs").waitFor();
  await page.goBack();
  await at(page, shown.at(-2));
  await page.reload();
  await at(page, shown.at(-2));
  await go(page);
  await at(page, "Check your answers");
  assert.match(await result(page), /likely to fit/);
  await page.reload();
  await at(page, /likely to fit/);
  await screen(page, "history-reload");
});

journey("a link with answers has the start page behind it", async ({ page, site }) => {
  await page.goto(site.url);
  await toAnswers(page, story);
  const link = page.url();
  await page.goto("about:blank");
  await page.goto(link);
  await at(page, /likely to fit/);
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await start(page).waitFor();
  await page.goForward();
  await at(page, /likely to fit/);
});

journey("the title names the page, and says first if there is an error", async ({ page, site }) => {
  await page.goto(site.url);
  await page.getByRole("button", { name: "Start now" }).waitFor();
  const title = await page.title();
  await start(page).click();
  await at(page, /^When will/);
  assert.equal(await page.title(), `When will the information be shared? – ${title}`);
  await go(page);
  await page.getByRole("alert").waitFor();
  assert.equal(await page.title(), `Error: When will the information be shared? – ${title}`);
  await page.getByLabel(/^Today/).check();
  await go(page);
  await at(page, /gives the information/);
  assert.match(await page.title(), /^Which organisation gives/);
  await page.goBack();
  await page.goBack();
  await start(page).waitFor();
  assert.equal(await page.title(), title);
});

journey("a link of the page around it takes no answer away", async ({ page, site }) => {
  await page.goto(site.url);
  await toAnswers(page, story);
  const before = fragment(page);
  await page.evaluate(() => document.querySelector(".govuk-skip-link").click());
  await page.waitForFunction((before) => location.hash === before, before);
  await at(page, "Check your answers");
  await page.reload();
  await at(page, "Check your answers");
});

journey("of two elements the first has the address, and the other has a journey of its own", async ({ page, site }) => {
  const two = `<!doctype html><html lang="en"><head><title>Host</title></head><body><main>
    <wicket-gate id="one" rules="${site.url}rules/manifest.txt" history="fragment"></wicket-gate>
    <wicket-gate id="two" rules="${site.url}rules/manifest.txt" heading-level="2" history="fragment"></wicket-gate></main>
    <script type="module" src="${site.url}wicketgate/wicketgate.js"></script></body></html>`;
  await hosted(site, two, async (url) => {
    await page.goto(url);
    const [one, two] = [page.locator("#one"), page.locator("#two")];
    const answer = async (element) => {
      await element.getByRole("button", { name: "Start now" }).click();
      await element.getByLabel(/^Today/).check();
      await element.getByRole("button", { name: "Continue" }).click();
      await element.getByRole("heading", { name: /gives the information/ }).waitFor();
    };
    await answer(two);
    assert.equal(page.url(), url);
    assert.equal(await page.title(), "Host");
    await answer(one);
    assert.match(fragment(page), /^#on=/);
    await page.goBack();
    await one.getByRole("heading", { name: /^When will/ }).waitFor();
    await two.getByRole("heading", { name: /gives the information/ }).waitFor();
    await page.reload();
    await one.getByRole("heading", { name: /^When will/ }).waitFor();
    assert.ok(await one.getByLabel(/^Today/).isChecked(), "the answer is there after a reload");
    await two.getByRole("button", { name: "Start now" }).waitFor();
  });
}, { headers: { "access-control-allow-origin": "*" } });

journey("without the attribute nothing of the host's history, address or title changes", async ({ page, site }) => {
  const plain = `<!doctype html><html lang="en"><head><title>Host</title></head><body><main>
    <wicket-gate rules="${site.url}rules/manifest.txt"></wicket-gate></main>
    <script type="module" src="${site.url}wicketgate/wicketgate.js"></script></body></html>`;
  await hosted(site, plain, async (url) => {
    await page.goto(url);
    await page.evaluate(() => history.replaceState({ own: 1 }, ""));
    const before = await page.evaluate(() => history.length);
    await page.getByRole("button", { name: "Start now" }).click();
    await go(page);
    await page.getByRole("alert").waitFor();
    await page.getByLabel(/^Today/).check();
    await go(page);
    await at(page, /gives the information/);
    const after = await page.evaluate(() => [history.length, history.state.own, Object.keys(history.state).length]);
    assert.deepEqual(after, [before, 1, 1]);
    assert.equal(page.url(), url);
    assert.equal(await page.title(), "Host");
  });
}, { headers: { "access-control-allow-origin": "*" } });

journey("a page can ask for a subject to start from", async ({ page, site }) => {
  await page.goto(`${site.url}embed.html?start-subject=water-poverty`);
  let ticked = false;
  await toAnswers(page, { ...story, answers: [[/programme about/, []], [/living in water poverty/, "No"], ...story.answers] }, {
    each: async (page, shown) => {
      if (!/programme about/.test(shown)) return;
      ticked = await page.getByLabel("Helping people who cannot afford their water").isChecked();
    },
  });
  assert.ok(ticked);
  await row(page, "programme about").getByText("Helping people who cannot afford their water").waitFor();
});
