// What people told the researchers that they need, where no story of one share shows it: see www/docs/needs.md.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { screen } from "../support/checks.mjs";
import { journey } from "../support/journey.mjs";
import { at, fuelPoverty as fits, questions, result, toAnswers } from "./walk.mjs";

/** What a line opens to. */
async function opened(page, line) {
  const details = page.locator("details").filter({ has: page.getByText(line, { exact: true }) }).first();
  await details.locator("summary").first().click();
  return details.locator(".govuk-details__text").first().innerText();
}

async function downloaded(page, button) {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  return readFile(await (await waiting).path(), "utf8");
}

journey("a doubt is put right where it arises, and the provision is one press away", async ({ page, site }) => {
  await page.goto(site.url);
  const seen = new Map();
  await toAnswers(page, fits, {
    each: async (page, heading) => {
      const lines = await page.locator("details summary").allInnerTexts();
      // The day has a page of its own under the same heading.
      if (!seen.has(heading)) seen.set(heading, lines);
      if (!/mainly for/.test(heading)) return;
      const consent = await opened(page, "Consent is not what opens the gateway");
      assert.match(consent, /consent/i);
      const source = page.locator("details", { hasText: "Where this comes from" }).last();
      await source.locator("summary").click();
      const link = source.getByRole("link").first();
      assert.match(await link.getAttribute("href"), /^https:\/\/www\.legislation\.gov\.uk\//);
      await screen(page, "needs-doubts");
    },
  });
  const of = (pattern) => [...seen].find(([heading]) => pattern.test(heading))?.[1] ?? [];
  for (const [heading, line] of [
    [/^When will/, "The register does not make a share lawful"],
    [/gives the information/, "It is health bodies that are missing, not information about health"],
    [/mainly for/, "Data protection law does not forbid sharing as such, and the Act does not override it"],
    [/mainly for/, "No Act takes precedence over the other"],
    [/mainly for/, "There is no pilot stage here"],
  ]) {
    assert.ok(of(heading).includes(line), `${line}: ${of(heading).join("; ")}`);
  }
});

journey("subjects in plain words lead to objectives that nobody has to know", async ({ page, site }) => {
  await page.goto(site.url);
  await toAnswers(page, fits, {
    each: async (page, heading) => {
      if (!/programme about/.test(heading)) return;
      const words = await page.locator("form, wicket-gate").first().innerText();
      assert.doesNotMatch(words.replace(/There are six objectives[^]*/, ""), /multiple disadvantages/i);
      const hint = await page.locator(".govuk-checkboxes").innerText();
      assert.match(hint, /homeless/i);
      assert.match(hint, /drug/i);
    },
  });
});

journey("beside a result stand what others achieved, who holds the data, and steps in three stages", async ({ page, site }) => {
  await page.goto(site.url);
  await toAnswers(page, fits);
  await result(page);
  const achieved = await opened(page, "What others have achieved");
  assert.match(achieved, /^2\.89 million homes/);
  assert.match(achieved, /Without sharing: no way to find their addresses/);
  const held = await opened(page, "What data others share, and who holds them");
  assert.match(held, /^Fuel poverty: benefits at DWP, homes at HMRC/);
  const steps = await opened(page, "Steps from idea to operation");
  for (const step of [
    "Write down the aim, the people helped and the least data that will do it",
    "Test the share if you wish: there is no pilot stage",
    "Make an information sharing agreement",
    "Put the agreement on the public register",
    "Keep to the retention and review dates",
  ]) {
    assert.ok(steps.includes(step), step);
  }
  await screen(page, "needs-beside");
  await page.getByRole("button", { name: "Take it away" }).click();
  const file = await downloaded(page, /for a business case/);
  const at = (words) => file.indexOf(words);
  assert.ok(at("2.89 million homes") > 0 && at("homes at HMRC") > 0);
  // The stages stand in their order.
  const stages = ["### Identify", "### Develop", "### Operate"].map(at);
  assert.ok(stages[0] > 0 && stages[0] < stages[1] && stages[1] < stages[2], stages.join());
});

journey("help stands in the same place on each page", async ({ page, site }) => {
  await page.goto(site.url);
  const help = async () => {
    const last = page.locator("wicket-gate details").last();
    assert.equal(await last.locator("summary").innerText(), "Get help");
    assert.match(await last.locator(".govuk-details__text").textContent(), /Start with your own legal team/);
    const after = await last.evaluate((details) => details.nextElementSibling);
    assert.equal(after, null, "nothing comes behind it");
  };
  await page.getByRole("button", { name: "Start now" }).waitFor();
  await help();
  await toAnswers(page, fits, { each: help });
  await result(page);
  await help();
  await page.getByRole("button", { name: "Take it away" }).click();
  await at(page, "Take it away");
  await help();
});

journey("a near miss says who can change what, and ends in a note of the gap", async ({ page, site }) => {
  const gla = { ...fits, to: ["Greater London", "Greater London Authority"] };
  gla.answers = [
    [/programme about/, ["Helping people with serious problems"]],
    [/problems do the people/, ["Homelessness", "Unemployment"]],
    [/problems harm/, ["Homelessness", "Unemployment"]],
    [/two or more of these problems/, "Yes"],
    [/will the whole programme do\?/, ["Help to find", "Make a public", "Improve people"]],
  ];
  await page.goto(site.url);
  await toAnswers(page, gla);
  assert.equal(await result(page), "Does not fit this gateway");
  await page.getByRole("heading", { name: "What would change this result" }).waitFor();
  const changes = await opened(page, "What would have to change");
  assert.match(changes, /Add a body to a Schedule/);
  assert.match(changes, /Welsh bodies: the Welsh Ministers/);
  await page.getByRole("button", { name: "Take it away" }).click();
  const note = await downloaded(page, /note of the gap/);
  assert.match(note, /Share: HM Revenue and Customs to Greater London Authority/);
  assert.match(note, /Objective that we had in mind: Multiple disadvantages/);
  assert.match(note, /Why it does not fit: .*Greater London Authority is not named for this objective/);
  assert.doesNotMatch(note, /\[(share|objective|reasons|date)\]/);
  await screen(page, "needs-gap");
});

journey("what is said of an answer is the same wherever it is asked", async ({ page, site, context }) => {
  await page.goto(site.url);
  await toAnswers(page, fits);
  const outcome = await result(page);
  const embed = await context.newPage();
  await embed.goto(new URL("embed.html", site.url).href);
  await embed.getByRole("button", { name: "Start now" }).click();
  await questions(embed, fits);
  assert.equal(await result(embed), outcome);
  const fingerprint = (page) =>
    page.locator(".govuk-summary-list__row").filter({ hasText: "Fingerprint of the rules" }).locator("dd").innerText();
  assert.match(await fingerprint(page), /^[0-9a-f]{12}$/);
  assert.equal(await fingerprint(embed), await fingerprint(page));
});
