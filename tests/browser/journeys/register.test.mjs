// What register entries and people's proposals really say, typed by someone who knows no section number.
//
// Each story stands above its test in two sentences, as somebody would tell it. It begins on the start page and ends
// with an answer in a file; three of them are walked with a keyboard alone.
import assert from "node:assert/strict";
import { screen } from "../support/checks.mjs";
import { journey } from "../support/journey.mjs";
import { at, keys, questions, result, takenAway, toAnswers } from "./walk.mjs";

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

const byKeyboard = { keyboardOnly: true };

/** From the start page to the result, and to a file with it; `more` is what else there is to look at. */
async function one(page, site, story, name, more = async () => {}, how = {}) {
  await page.goto(site.url);
  await toAnswers(page, story, how);
  const outcome = await result(page, how);
  await screen(page, `register-${name}`);
  if (!how.keyboardOnly) await more(outcome);
  const file = await takenAway(page, how);
  return { outcome, file };
}

/** The same with a flow back, which has its own result. */
async function withBack(page, site, story, name, more = async () => {}, how = {}) {
  await page.goto(site.url);
  await toAnswers(page, story, how);
  if (how.keyboardOnly) await keys.follow(page, /^Add: something back/);
  else await page.getByRole("link", { name: /^Add: something back/ }).click();
  await questions(page, story, how.keyboardOnly ? { hand: keys } : {});
  const outcome = await result(page, how);
  await screen(page, `register-${name}`);
  await more(outcome);
  const file = await takenAway(page, how);
  return { outcome, file };
}

// The department tells a water company which of its customers get certain benefits, so that they pay a social tariff.
// The company says back who is on it.
journey("benefit flags to a water company for a social tariff, and a yes or no back, by keyboard alone", async ({ page, site }) => {
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
  const { outcome, file } = await withBack(page, site, story, "water", async () => {
    const found = (await told(page)).join("\n");
    assert.match(found, /^Giving information to water and sewerage companies: likely to fit$/m);
    assert.match(found, /^Getting information from water and sewerage companies: likely to fit$/m);
  }, byKeyboard);
  assert.match(outcome, /^Likely to fit/);
  assert.match(file, /Another power may allow it/);
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

// An energy supplier wants to know from the department which of its customers in debt get benefits.
// It would forgive them some of the debt from a fund of its own.
journey("an energy supplier asks DWP about customers in debt, for relief from its own fund", async ({ page, site }) => {
  const { outcome, file } = await withBack(page, site, debtors, "supplier-own-fund", async () => {
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
    await page.getByRole("link", { name: "Back", exact: true }).click();
    await at(page, /different results/);
  });
  assert.match(outcome, /different results/);
  assert.match(file, /does not fit/);
});

// The same supplier wants the same list from the department.
// It would use it to decide which debts to collect.
journey("the same in order to get the money in is sent to the debt gateway", async ({ page, site }) => {
  const answers = [[/mainly for/, "Getting in money that is owed"], ...debtors.answers];
  const { outcome, file } = await one(page, site, { ...debtors, answers }, "supplier-debt", async () => {
    await page.getByText("What the share is for, or what the information is held for, is outside").first().waitFor();
    const ways = await waysOn(page);
    assert.ok(ways.some((way) => way.startsWith("Debt: section 48")), ways.join("; "));
    assert.ok(ways.some((way) => way.startsWith("One customer’s arrears")), ways.join("; "));
  });
  assert.match(outcome, /^Does not fit/);
  assert.match(file, /Debt: section 48/);
});

// A council wants to send a housing association the names of people at risk of losing their home.
// The association would help them to keep it.
journey("a council and a housing association on homelessness", async ({ page, site }) => {
  const story = {
    on,
    from: ["Leeds City Council", /council/i],
    to: ["housing association", /Which kind|In which nation/],
    answers: [...leeds, [/housing association|landlord|In which nation/, "A housing association in England"], unlisted],
  };
  // The page for one that is not listed has its name in the heading, too.
  story.answers = [unlisted, ...story.answers];
  const { outcome, file } = await one(page, site, story, "housing", async () => {
    await page.getByText("One of the organisations is not listed in the Act for what it does here.").first().waitFor();
    const ways = await waysOn(page);
    assert.ok(ways.some((way) => way.startsWith("A processor acts for its controller")), ways.join("; "));
    assert.ok(ways.some((way) => way.startsWith("General powers")), ways.join("; "));
  });
  assert.match(outcome, /^Does not fit/);
  assert.match(file, /General powers/);
});

// In Wales the same landlord is listed. The two find tenants who may lose their home and are ill.
journey("a council and a registered social landlord in Wales on homelessness", async ({ page, site }) => {
  const problems = ["homelessness", "ill-health"];
  const story = {
    on,
    from: ["Cardiff Council", /council/i],
    to: ["housing association", /Which kind|In which nation/],
    answers: [
      [/^Which kind of council/, "A county council in Wales"],
      [/^In which nation/, "A registered social landlord in Wales"],
      [/^What is its name/, { type: "Cardiff" }],
      [/programme about/, ["Helping people with serious problems"]],
      [/^Where does the programme help people/, ["Wales"]],
      [/will the whole programme do/, ["Help to find", "Make a public service", "Improve people"]],
      [/two or more of these problems/, "Yes"],
      [/^Which of these problems do/, problems],
      [/^Which of these problems harm/, problems],
    ],
  };
  const { outcome } = await one(page, site, story, "housing-wales");
  assert.match(outcome, /^Multiple disadvantages: likely to fit/);
});

// The tax authority wants to lay its records of earnings beside the department's records of benefits.
// Both want to find people who claim what is not theirs.
journey("a department matches records to catch fraud", async ({ page, site }) => {
  const story = {
    on,
    from: ["HMRC", "HM Revenue and Customs"],
    to: dwp,
    answers: [[/mainly for/, "Preventing, finding or acting on fraud"]],
  };
  const { outcome, file } = await one(page, site, story, "fraud", async () => {
    await page.getByText("What the share is for, or what the information is held for, is outside").first().waitFor();
    const ways = await waysOn(page);
    assert.ok(ways.some((way) => way.startsWith("Fraud: section 56")), ways.join("; "));
    const checks = page.getByRole("listitem").filter({ hasText: /^Fraud: section 56/ }).getByRole("listitem");
    assert.deepEqual(await checks.allInnerTexts(), [
      "The discloser is in Schedule 8 on that day: yes",
      "The recipient is in Schedule 8 on that day: yes",
    ]);
  });
  assert.match(outcome, /^Does not fit/);
  assert.match(file, /Fraud: section 56/);
});

// A hospital trust wants to give a council a list of patients who will leave hospital soon.
// The council would prepare care at home.
journey("an NHS trust sends lists of patients, by keyboard alone", async ({ page, site }) => {
  const story = {
    on,
    from: ["NHS foundation trust", /England/],
    to: ["Leeds City Council", /council/i],
    answers: [unlisted, ...leeds],
  };
  const { outcome, file } = await one(page, site, story, "patients", undefined, byKeyboard);
  assert.match(outcome, /^Does not fit/);
  assert.match(file, /One of the organisations is not listed in the Act for what it does here\./);
  assert.match(file, /Patients and the health service/);
});

// A council wants its housing team to use what its benefits team holds.
// Nothing would go to anybody else.
journey("a council uses its own benefit data, by keyboard alone", async ({ page, site }) => {
  const story = {
    on,
    from: ["Leeds City Council", /council/i],
    to: ["Leeds City Council", /council/i],
    answers: [...leeds, [/one and the same organisation/, "Yes"]],
  };
  const { outcome, file } = await one(page, site, story, "own-data", undefined, byKeyboard);
  assert.doesNotMatch(outcome, /fit/i);
  assert.match(outcome, /not need/i);
  assert.match(file, /The information stays inside one organisation/);
  assert.match(file, /Use inside one organisation/);
});
