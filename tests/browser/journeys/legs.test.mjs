// Proposals of several flows: each has its own result, and nothing is asked or typed twice.
import assert from "node:assert/strict";
import { screen } from "../support/checks.mjs";
import { journey } from "../support/journey.mjs";
import { organisation, go, at, heading, questions, result, toAnswers } from "./walk.mjs";

const hmrc = ["HMRC", "HM Revenue and Customs"];
const dwp = ["DWP", "Department for Work and Pensions"];
const gla = ["Greater London", "Greater London Authority"];
const warm = [/programme about/, ["Helping people who cannot afford to keep their home warm"]];
const poor = [/living in fuel poverty/, "Yes"];
const help = [/do for people in fuel poverty/, ["Cut their energy costs"]];
const story = { on: "1 3 2026", from: hmrc, to: dwp, answers: [warm, poor, help] };

journey("a flag back is a flow of its own, with nobody typed again", async ({ page, site }) => {
  await page.goto(site.url);
  await toAnswers(page, story);
  await screen(page, "legs-check-one");
  await page.getByRole("link", { name: /Add: something back/ }).click();
  const asked = [];
  await questions(page, story, { each: (_page, shown) => asked.push(shown) });
  assert.ok(asked.every((shown) => !/gives|gets/.test(shown) || /public work|HMRC/.test(shown)), asked.join("; "));
  assert.ok(!asked.some((shown) => /programme about|When will/.test(shown)), "what is shared is not asked again");
  await page.getByRole("heading", { name: /Department for Work and Pensions to HM Revenue and Customs/ }).waitFor();
  await screen(page, "legs-check-two");
  assert.match(await result(page), /likely to fit/i);
  const titles = await page.getByRole("heading", { level: 2 }).allInnerTexts();
  assert.ok(titles.some((title) => /Department for Work and Pensions to HM Revenue.*likely to fit/.test(title)), titles.join("; "));
  await screen(page, "legs-result");
});

journey("a second recipient that does not fit makes the results differ, and can be removed", async ({ page, site }) => {
  await page.goto(site.url);
  const many = { ...story, answers: [[/programme about/, ["Helping people with serious problems"]],
    [/problems do the people/, ["Homelessness", "Ill-health"]], [/problems harm/, ["Homelessness", "Ill-health"]],
    [/two or more of these problems/, "Yes"],
    [/will the whole programme do/, ["Help to find", "Make a public", "Improve people"]]] };
  await toAnswers(page, many);
  await page.getByRole("link", { name: "Add: from HM Revenue and Customs to another organisation" }).click();
  await at(page, /gets the information/);
  await page.getByText("Flow 2 of 2: HM Revenue and Customs to another organisation").waitFor();
  await organisation(page, ...gla);
  await go(page);
  await questions(page, many);
  assert.match(await result(page), /different results/);
  await page.getByRole("heading", { name: /to Greater London Authority: does not fit/ }).waitFor();
  await screen(page, "legs-mixed");
  await page.getByRole("link", { name: "Back" }).click();
  await at(page, "Check your answers");
  await page.getByRole("link", { name: /Remove.*Greater London Authority/ }).click();
  assert.equal(await page.getByRole("heading", { name: /Greater London/ }).count(), 0);
  assert.doesNotMatch(await result(page), /different/);
  assert.match(await heading(page), /likely to fit/i);
});
