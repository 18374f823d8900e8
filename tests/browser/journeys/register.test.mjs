// What register entries and people's proposals really say, typed by someone who knows no section number.
import assert from "node:assert/strict";
import { screen } from "../support/checks.mjs";
import { journey } from "../support/journey.mjs";
import { at, heading, questions, result, toAnswers } from "./walk.mjs";

const on = "1 3 2026";
const dwp = ["DWP", "Department for Work and Pensions"];
const leeds = [
  [/^Which kind of council/, "A district council in England"],
  [/^What is its name/, { type: "Leeds City Council" }],
];
const supplier = [
  [/^Which licence/, "A gas supplier with a licence"],
  [/^What is its name/, { type: "British Gas" }],
];
const unlisted = [/^Not listed:/, "Go on as not listed"];

/** The titles of what is named as a way on. */
async function waysOn(page) {
  await page.getByText("Other powers to ask about", { exact: true }).click();
  const notes = page.locator("details", { hasText: "Other powers to ask about" });
  return notes.locator("li > strong").allInnerTexts();
}

/** Each gateway or objective that is told in full, with its outcome. */
const told = (page) => page.locator("section > h2, section > h3").allInnerTexts();

async function one(page, site, story, name) {
  await page.goto(site.url);
  await toAnswers(page, story);
  const outcome = await result(page);
  await screen(page, `register-${name}`);
  return outcome;
}

/** Adds the flow back, and gives the result of both. */
async function andBack(page, story, name) {
  await page.getByRole("link", { name: /^Add: something back/ }).click();
  await questions(page, story);
  const outcome = await result(page);
  await screen(page, `register-${name}`);
  return outcome;
}

journey("benefit flags to a water company for a social tariff, and a yes or no back", async ({ page, site }) => {
  const story = {
    on,
    from: dwp,
    to: ["Thames Water", /water/i],
    answers: [
      [/^What is its name/, { type: "Thames Water" }],
      [/programme about/, ["Helping people who cannot afford their water"]],
      [/living in water poverty/, "Yes"],
      [/do for people in water poverty/, ["Cut their water"]],
      [/part of its charges scheme/, ["A social tariff"]],
      [/make special provision/, "No"],
    ],
  };
  await page.goto(site.url);
  await toAnswers(page, story);
  assert.match(await andBack(page, story, "water"), /^Likely to fit/);
  const found = (await told(page)).join("\n");
  assert.match(found, /^Giving information to water and sewerage companies: likely to fit$/m);
  assert.match(found, /^Getting information from water and sewerage companies: likely to fit$/m);
  assert.ok((await waysOn(page)).includes("Another power may allow it"));
});

const debtors = {
  on,
  from: ["British Gas", /licence/],
  to: dwp,
  answers: [
    ...supplier,
    [/programme about/, ["Helping people who cannot afford to keep their home warm"]],
    [/living in fuel poverty/, "Yes"],
    [/do for people in fuel poverty/, ["Improve their health or their financial"]],
    [/is the supplier to use the information/, ["None of these"]],
    [/both a gas and an electricity licence/, "Yes"],
  ],
};

journey("an energy supplier asks DWP about customers in debt, for relief from its own fund", async ({ page, site }) => {
  await page.goto(site.url);
  await toAnswers(page, debtors);
  assert.match(await andBack(page, debtors, "supplier-own-fund"), /different results/);
  const found = (await told(page)).join("\n");
  assert.match(found, /^British Gas .* to Department for Work and Pensions: likely to fit$/m);
  assert.match(found, /^Getting information from energy suppliers: likely to fit$/m);
  assert.match(found, /^Department for Work and Pensions to British Gas .*: does not fit$/m);
  await page.getByText("such as a supplier’s own fund, does not fit").first().waitFor();
  // What would change it: a measure on the list, and a way to say that it is one.
  const near = page.getByRole("heading", { name: "What would change this result" });
  await near.waitFor();
  await page.getByText(/^Giving information to energy suppliers fails for one reason only/).waitFor();
  await page.getByRole("link", { name: /^Change For which of these is the supplier to use/ }).first().click();
  await at(page, /is the supplier to use the information/);
});

journey("the same in order to get the money in is sent to the debt gateway", async ({ page, site }) => {
  const answers = [[/mainly for/, "Getting in money that is owed"], ...debtors.answers];
  assert.match(await one(page, site, { ...debtors, answers }, "supplier-debt"), /^Does not fit/);
  await page.getByText("What the share is for, or what the information is held for, is outside").first().waitFor();
  const ways = await waysOn(page);
  assert.ok(ways.some((way) => way.startsWith("Debt: section 48")), ways.join("; "));
  assert.ok(ways.some((way) => way.startsWith("One customer’s arrears")), ways.join("; "));
});

journey("a council and a housing association on homelessness", async ({ page, site }) => {
  const story = {
    on,
    from: ["Leeds City Council", /council/i],
    to: ["housing association", /Which kind|In which nation/],
    answers: [...leeds, [/housing association|landlord|In which nation/, "A housing association in England"], unlisted],
  };
  // The page for one that is not listed has its name in the heading, too.
  story.answers = [unlisted, ...story.answers];
  assert.match(await one(page, site, story, "housing"), /^Does not fit/);
  await page.getByText("One of the organisations is not listed in the Act for what it does here.").first().waitFor();
  const ways = await waysOn(page);
  assert.ok(ways.some((way) => way.startsWith("A processor acts for its controller")), ways.join("; "));
  assert.ok(ways.some((way) => way.startsWith("General powers")), ways.join("; "));
});

journey("a department matches records to catch fraud", async ({ page, site }) => {
  const story = {
    on,
    from: ["HMRC", "HM Revenue and Customs"],
    to: dwp,
    answers: [[/mainly for/, "Preventing, finding or acting on fraud"]],
  };
  assert.match(await one(page, site, story, "fraud"), /^Does not fit/);
  await page.getByText("What the share is for, or what the information is held for, is outside").first().waitFor();
  const ways = await waysOn(page);
  assert.ok(ways.some((way) => way.startsWith("Fraud: section 56")), ways.join("; "));
  const checks = page.getByRole("listitem").filter({ hasText: /^Fraud: section 56/ }).getByRole("listitem");
  assert.deepEqual(await checks.allInnerTexts(), [
    "The discloser is in Schedule 8 on that day: yes",
    "The recipient is in Schedule 8 on that day: yes",
  ]);
});

journey("an NHS trust sends lists of patients", async ({ page, site }) => {
  const story = {
    on,
    from: ["NHS foundation trust", /England/],
    to: ["Leeds City Council", /council/i],
    answers: [unlisted, ...leeds],
  };
  assert.match(await one(page, site, story, "patients"), /^Does not fit/);
  await page.getByText("One of the organisations is not listed in the Act for what it does here.").first().waitFor();
  const ways = await waysOn(page);
  assert.ok(ways.some((way) => way.startsWith("Patients and the health service")), ways.join("; "));
});

journey("a council uses its own benefit data", async ({ page, site }) => {
  const story = {
    on,
    from: ["Leeds City Council", /council/i],
    to: ["Leeds City Council", /council/i],
    answers: [...leeds, [/one and the same organisation/, "Yes"]],
  };
  const outcome = await one(page, site, story, "own-data");
  assert.doesNotMatch(outcome, /fit/i);
  assert.match(await heading(page), /not need/i);
  await page.getByText("The information stays inside one organisation").first().waitFor();
  const ways = await waysOn(page);
  assert.ok(ways.some((way) => way.startsWith("Use inside one organisation")), ways.join("; "));
});
