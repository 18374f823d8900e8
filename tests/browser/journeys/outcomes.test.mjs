// The five stories that the tool must get right, from the start page to the reasons.
import assert from "node:assert/strict";
import { screen } from "../support/checks.mjs";
import { journey } from "../support/journey.mjs";
import { provisions, result, toAnswers } from "./walk.mjs";

const hmrc = ["HMRC", "HM Revenue and Customs"];
const dwp = ["DWP", "Department for Work and Pensions"];
const warm = [/programme about/, ["Helping people who cannot afford to keep their home warm"]];
const poor = [/living in fuel poverty/, "Yes"];
const help = [/do for people in fuel poverty/, ["Cut their energy costs"]];

journey("HMRC to DWP on fuel poverty is likely to fit, by keyboard alone", async ({ page, site }) => {
  await page.goto(site.url);
  await page.getByRole("button", { name: "Start now" }).waitFor();
  await screen(page, "fits-start");
  const story = { on: "1 3 2026", from: hmrc, to: dwp, answers: [warm, poor, help] };
  let pages = 0;
  const each = (page) => screen(page, `fits-${String((pages += 1)).padStart(2, "0")}`);
  await toAnswers(page, story, { keyboardOnly: true, each });
  const outcome = await result(page, { keyboardOnly: true });
  assert.match(outcome, /^Fuel poverty: likely to fit, only if data protection law is also met$/);
  assert.match((await provisions(page, /^Department for Work and Pensions is named/))[0], /2018\/912/);
  await screen(page, "fits-result");
});

journey("HMRC to the Greater London Authority fits one objective and not the other", async ({ page, site }) => {
  await page.goto(site.url);
  const both = [/programme about/, ["Helping people with serious problems", ...warm[1]]];
  const gla = ["Greater London", "Greater London Authority"];
  await toAnswers(page, { on: "1 3 2026", from: hmrc, to: gla, answers: [both, poor, help] });
  assert.match(await result(page), /^Fuel poverty: likely to fit/);
  await page.getByRole("heading", { name: "Multiple disadvantages: does not fit" }).waitFor();
  const [provision] = await provisions(page, /^Greater London Authority is not named .*Multiple disadvantages/);
  assert.match(provision, /2018\/912 Sch para 1\(2\)\(a\)/);
  await screen(page, "one-of-two-result");
});

journey("Energy Security and Net Zero on fuel poverty says get advice, and on which point", async ({ page, site }) => {
  await page.goto(site.url);
  const desnz = ["DESNZ", "Department for Energy Security and Net Zero"];
  await toAnswers(page, { on: "1 3 2026", from: desnz, to: dwp, answers: [warm, poor, help] });
  assert.match(await result(page), /^Get advice/);
  await page.getByRole("heading", { name: /fuel poverty objective since 3 May 2023/ }).waitFor();
  await page.getByText(/^Ask your legal team: does the fuel poverty list/).waitFor();
  await screen(page, "advice-result");
});

journey("one factor is told that two are needed", async ({ page, site }) => {
  await page.goto(site.url);
  const answers = [
    [/programme about/, ["Helping people with serious problems"]],
    [/problems do the people/, ["Homelessness"]],
    [/problems harm/, ["Homelessness"]],
    [/two or more of these problems/, "Yes"],
    [/will the whole programme do/, ["Help to find", "Make a public", "Improve people"]],
  ];
  const council = ["a London borough", "A London borough council"];
  const named = [/^What is its name/, { type: "Hounslow" }];
  await toAnswers(page, { on: "1 3 2026", from: dwp, to: council, answers: [...answers, named] });
  assert.equal(await result(page), "Does not fit this gateway");
  await page.getByText("The objective needs two or more different problems from the list.").first().waitFor();
  await page.getByText(/two or more/).first().waitFor();
  // One more problem would do, and there is a way to say that there is one.
  await page.getByText(/^With the fewest other answers, Multiple disadvantages would be likely to fit/).waitFor();
  await page.getByRole("link", { name: /^Change Which of these problems do the people/ }).first().waitFor();
  await screen(page, "one-factor-result");
});

journey("a rebate for every household does not fit fuel poverty", async ({ page, site }) => {
  await page.goto(site.url);
  await toAnswers(page, { on: "1 3 2026", from: hmrc, to: dwp, answers: [warm, [poor[0], "No"], help] });
  assert.equal(await result(page), "Does not fit this gateway");
  await page.getByText(/These words leave out help for every household/).first().waitFor();
  assert.match((await provisions(page, /leave out help for every household/))[0], /2018\/912 Sch para 4/);
  await screen(page, "rebate-result");
});
