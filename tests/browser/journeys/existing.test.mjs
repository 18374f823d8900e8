// A share that rests on another power already: what a gateway would add to it, and what it would not.
import assert from "node:assert/strict";
import { screen } from "../support/checks.mjs";
import { journey } from "../support/journey.mjs";
import { at, fuelPoverty as story, go, questions, result } from "./walk.mjs";

async function begin(page, site, power) {
  await page.goto(site.url);
  await page.getByRole("link", { name: "We already share this under another power" }).click();
  await at(page, "Do you share this already, and under which power?");
  await page.getByRole("radio", { name: power }).check();
}

const below = (page, title) =>
  page.getByRole("heading", { level: 2, name: title }).locator("xpath=following-sibling::ul[1]").getByRole("listitem");

journey("a share that fits: what the gateway would add, and what it would not", async ({ page, site }) => {
  await begin(page, site, "Yes, under the law on benefits");
  await screen(page, "existing-power");
  await go(page);
  await questions(page, story);
  assert.match(await result(page), /^Fuel poverty: likely to fit/);
  const adds = await below(page, "What a gateway here would add").allInnerTexts();
  assert.ok(adds.some((text) => text.startsWith("No duty of confidence")), adds.join("; "));
  const leaves = await below(page, "What it would not add").allInnerTexts();
  assert.ok(leaves.some((text) => text.startsWith("A duty to share")), leaves.join("; "));
  await page.locator(".govuk-summary-list__row").filter({ hasText: "Do you share this already" }).first().waitFor();
  await screen(page, "existing-fits");
});

journey("a share that does not fit gains nothing, and its power is not spoken against", async ({ page, site }) => {
  await begin(page, site, "Yes, because people agreed");
  await go(page);
  const answers = [[/mainly for/, "Preventing, finding or acting on fraud"]];
  await questions(page, { ...story, answers });
  assert.match(await result(page), /^Does not fit/);
  const adds = await below(page, "What a gateway here would add").allInnerTexts();
  assert.equal(adds.length, 1);
  assert.match(adds[0], /^Nothing for this share/);
});
