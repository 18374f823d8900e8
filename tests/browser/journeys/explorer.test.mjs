// Who is listed, apart from any share: one organisation by its name, and everyone in a table.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { screen, shot } from "../support/checks.mjs";
import { journey } from "../support/journey.mjs";
import { press, tabTo } from "../support/keyboard.mjs";
import { at, go, organisation, result } from "./walk.mjs";

async function toSearch(page, site) {
  await page.goto(site.url);
  await page.getByRole("link", { name: "Find out who can share, and with whom" }).click();
  await at(page, "Which organisation do you want to look up?");
}

/** The section of an objective or gateway. */
const section = (page, title) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

const row = (page, key) =>
  page.locator(".govuk-summary-list__row").filter({ has: page.getByText(key, { exact: true }) });

const otherDay = async (page, parts) => {
  await page.getByText("Look at another day").click();
  for (const [index, name] of ["Day", "Month", "Year"].entries()) {
    await page.getByLabel(name, { exact: true }).fill(parts[index]);
  }
  await page.getByRole("button", { name: "Show this day" }).click();
};

journey("HMRC is found by its acronym, with its objectives and partners", async ({ page, site }) => {
  await toSearch(page, site);
  await screen(page, "explorer-search");
  await go(page);
  await page.getByRole("alert").getByText("Enter the name of an organisation").waitFor();
  await organisation(page, "HMRC", "HM Revenue and Customs");
  await go(page);
  await at(page, "HM Revenue and Customs");
  await page.getByText("Also called: HMRC").waitFor();
  assert.equal(
    await row(page, "Exact words").first().locator("dd").innerText(),
    "Her Majesty’s Revenue and Customs",
  );
  const problems = section(page, "Multiple disadvantages");
  await problems.getByText("Yes, since 19 July 2018.").waitFor();
  await problems.getByText(/^It can give to these, and get from them \(\d+\)$/).click();
  await problems.getByRole("link", { name: "Department for Work and Pensions" }).waitFor();
  const suppliers = section(page, "Giving information to energy suppliers");
  await suppliers.getByText("Gives, since 1 May 2018.").waitFor();
  await suppliers.getByText("It can give to these (2)").click();
  await screen(page, "explorer-hmrc");
  await suppliers.getByRole("link", { name: "A gas supplier with a licence" }).click();
  await at(page, "A gas supplier with a licence");
  await section(page, "Getting information from energy suppliers").getByText("Gives, since").waitFor();
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await at(page, "HM Revenue and Customs");
});

journey("a council is asked which kind, and a doubt is told with whom to ask", async ({ page, site }) => {
  await toSearch(page, site);
  await organisation(page, "council", /^Which kind of council/);
  await go(page);
  await at(page, /^Which kind of council/);
  await screen(page, "explorer-kind");
  await page.getByRole("link", { name: "A county council in England" }).click();
  await at(page, "A county council in England");
  // Another organisation of the class can be at the other end.
  const fuel = section(page, "Fuel poverty");
  await fuel.getByText(/^It can give to these/).click();
  await fuel.getByRole("link", { name: "A county council in England" }).waitFor();
  await screen(page, "explorer-council");
  await page.getByRole("link", { name: "Look up another organisation" }).click();
  await organisation(page, "CCA", "A combined county authority");
  await go(page);
  await at(page, "A combined county authority");
  await section(page, "Multiple disadvantages").getByText(/^Not settled, since 26 December 2023/).waitFor();
  await page.getByText("Does a list of paragraphs reach a paragraph that was added later").click();
  await page.getByText(/^Ask your legal team: does the range/).waitFor();
  await screen(page, "explorer-doubt");
});

journey("Police Scotland is not listed, and the page says why", async ({ page, site }) => {
  await toSearch(page, site);
  await organisation(page, "Police Scotland", "Police Scotland");
  await go(page);
  await at(page, "Not listed: Police Scotland");
  await page.getByText("Paragraph 22 covers chief officers of police in England and Wales only.").waitFor();
  await screen(page, "explorer-not-listed");
  await page.getByRole("link", { name: "Look up another organisation" }).click();
  await page.getByRole("combobox").fill("DVLA");
  await page.keyboard.press("Escape");
  await go(page);
  await at(page, /^Driver and Vehicle Licensing Agency/);
  await page.getByRole("link", { name: "Department for Transport" }).click();
  await at(page, "Department for Transport");
  await page.getByRole("link", { name: "Look up another organisation" }).click();
  await page.getByRole("combobox").fill("Acme Trading");
  await page.keyboard.press("Escape");
  await go(page);
  await page.getByRole("alert").getByText("We do not recognise “Acme Trading”").waitFor();
});

journey("an answer about somebody who is not listed leads to why, and back", async ({ page, site }) => {
  await page.goto(site.url);
  // The name alone leads to the page that says so, and from there on as not listed.
  await page.getByRole("button", { name: "Start now" }).click();
  await page.getByLabel(/^Today/).check();
  await go(page);
  await organisation(page, "HM Treasury", "HM Treasury");
  await go(page);
  await page.getByLabel("Go on as not listed").check();
  await go(page);
  if (await page.getByRole("combobox").count()) {
    await organisation(page, "HMRC", "HM Revenue and Customs");
    await go(page);
  }
  await at(page, "Check your answers");
  const outcome = await result(page);
  await page.getByRole("link", { name: "See why HM Treasury is not listed, and who is" }).click();
  await at(page, "Not listed: HM Treasury");
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await at(page, outcome);
});

journey("the table is one, scrolls by keyboard, goes to another day and into a file", async ({ page, site }) => {
  await toSearch(page, site);
  await press(page, "See everyone in one table");
  await at(page, "Everyone who is listed, and for what");
  const table = page.getByRole("table", { name: /^Who can share for what, on/ });
  const heads = await table.getByRole("columnheader").allInnerTexts();
  assert.equal(heads.length, 11, heads.join());
  const column = (name) => heads.indexOf(name) - 1;
  const rows = await table.getByRole("row").count();
  const revenue = table.getByRole("row").filter({ hasText: "HM Revenue and Customs" });
  await revenue.getByRole("rowheader").getByRole("link").waitFor();
  const cells = await revenue.getByRole("cell").allInnerTexts();
  for (const [name, word] of [
    ["Multiple disadvantages", "Yes"],
    ["Television retuning", "No"],
    ["Giving information to energy suppliers", "Gives"],
    ["Getting information from energy suppliers", "Gets"],
  ]) {
    assert.equal(cells[column(name)], word, name);
  }
  await screen(page, "explorer-matrix");

  // On a narrow screen the table moves and the page does not.
  await page.setViewportSize({ width: 320, height: 800 });
  await tabTo(page, /^Who can share for what/, { limit: 80 });
  const region = page.getByRole("region", { name: /^Who can share for what/ });
  const before = await region.evaluate((element) => element.scrollLeft);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(
    (left) => document.querySelector("wicket-gate").shadowRoot.querySelector(".wg-scroll").scrollLeft > left,
    before,
  );
  await page.setViewportSize({ width: 1280, height: 900 });

  const asked = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download this table (CSV)" }).click();
  const file = await asked;
  assert.equal(file.suggestedFilename(), "who-can-share.csv");
  const lines = (await readFile(await file.path(), "utf8")).replace("\uFEFF", "").trimEnd().split("\r\n");
  const read = lines.map((line) => line.slice(1, -1).split('","'));
  assert.equal(read.length, rows, "as many rows as the table");
  assert.deepEqual(read[0], ["Organisation", "Entries", ...heads.slice(1)]);
  const line = read.find(([name]) => name === "HM Revenue and Customs");
  assert.deepEqual(line.slice(2), cells, "the same words as in the table");

  await page.getByText("Look at another day").click();
  await page.getByRole("button", { name: "Show this day" }).click();
  await page.getByRole("alert").getByText("The date must include a day, a month and a year").waitFor();
  await screen(page, "explorer-day-missing");
  await page.getByText("Look at another day").click();
  await otherDay(page, ["1", "5", "2018"]);
  await page.getByText("This is how it is on 1 May 2018.").waitFor();
  const earlier = page.getByRole("table").getByRole("row").filter({ hasText: "HM Revenue and Customs" });
  assert.equal(await earlier.getByRole("cell").first().innerText(), "No", "no objective was in force then");
});

journey("the table is printed whole", async ({ page, site }) => {
  await toSearch(page, site);
  await page.getByRole("link", { name: "See everyone in one table" }).click();
  await at(page, "Everyone who is listed, and for what");
  await page.emulateMedia({ media: "print" });
  // As wide as a sheet of A4 without its margins.
  await page.setViewportSize({ width: 718, height: 1000 });
  await shot(page, "explorer-matrix-print", [718]);
  const cut = await page.evaluate(() => {
    const region = document.querySelector("wicket-gate").shadowRoot.querySelector(".wg-scroll");
    return region.scrollWidth - document.documentElement.clientWidth;
  });
  assert.ok(cut <= 0, `${cut} px are cut off`);
});
