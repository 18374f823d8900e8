// Finding an organisation: by any name, and never a near one.
import assert from "node:assert/strict";
import { screen } from "../support/checks.mjs";
import { journey } from "../support/journey.mjs";
import { at, go, organisation, questions } from "./walk.mjs";

const gives = /gives the information\?$/;
/** Who is not listed decides the result, and then nothing more is asked. */
const further = /gets the information\?$|^Check your answers$/;

async function toDiscloser(page, site) {
  await page.goto(site.url);
  await page.getByRole("button", { name: "Start now" }).click();
  await page.getByLabel(/^Today/).check();
  await go(page);
  await at(page, gives);
}

const type = (page, text) => page.getByRole("combobox").fill(text);
const options = (page) => page.getByRole("option").allInnerTexts();

/** The organisation that stands in the answers, as the widget tells it. */
async function answered(page, question) {
  await questions(page, {
    on: "1 3 2026",
    from: ["HMRC", "HM Revenue and Customs"],
    to: ["HMRC", "HM Revenue and Customs"],
    answers: [
      [/programme about/, ["None of these"]],
      [/true of the service provider/, ["None of these"]],
    ],
  });
  const row = page.locator(".govuk-summary-list__row").filter({ hasText: question });
  return row.locator("dd").first().innerText();
}

for (const [typed, listed] of [
  ["Police Scotland", "Police Scotland"],
  ["HM Treasury", "HM Treasury"],
]) {
  journey(`${typed} is not listed, and is told so`, async ({ page, site }) => {
    await toDiscloser(page, site);
    await type(page, typed);
    assert.match((await options(page))[0], new RegExp(`^${listed}\\s+Not listed`));
    await go(page);
    await at(page, `Not listed: ${listed}`);
    await screen(page, `not-listed-${typed.split(" ").at(-1).toLowerCase()}`);
    await go(page);
    await page.getByRole("alert").getByText("Select what you want to do").waitFor();
    await page.getByLabel("Go on as not listed").check();
    await go(page);
    await at(page, further);
    assert.equal(await answered(page, "gives the information"), `${listed} (not listed)`);
  });
}

for (const typed of ["Kent Parish Council", "Leeds City Council", "Velindre University NHS Trust", "council", "police"]) {
  journey(`“${typed}” is asked which kind it is`, async ({ page, site }) => {
    await toDiscloser(page, site);
    await type(page, typed);
    // The list may lie over the button.
    await page.keyboard.press("Escape");
    await go(page);
    await at(page, /^(Which kind|In which nation)/);
    await screen(page, `which-kind-${typed.split(" ")[0].toLowerCase()}`);
    await go(page);
    await page.getByRole("alert").getByText("Select what kind it is").waitFor();
    await page.getByLabel("None of these").check();
    await go(page);
    if (!typed.includes(" ")) {
      // A word for a kind is no name.
      await at(page, "What is the organisation called?");
      await page.getByRole("textbox").fill("Somewhere else");
      await go(page);
    }
    await at(page, further);
    const name = typed.includes(" ") ? typed : "Somewhere else";
    assert.equal(await answered(page, "gives the information"), `${name} (not listed)`);
  });
}

journey("an English NHS trust is never a listed body", async ({ page, site }) => {
  await toDiscloser(page, site);
  await type(page, "Leeds Teaching Hospitals NHS Trust");
  const shown = await options(page);
  assert.match(shown[0], /^Which kind of health body\?/);
  for (const option of shown.slice(1)) assert.match(option, /Not listed/, option);
});

journey("a parish council in England is chosen by its kind, and is not listed", async ({ page, site }) => {
  await toDiscloser(page, site);
  await organisation(page, "Kent Parish Council", /^Which kind of council/);
  await go(page);
  await page.getByLabel("A town or parish council in England").check();
  await go(page);
  await at(page, /^Not listed: A town or parish council/);
  await page.getByLabel("Choose another organisation").check();
  await go(page);
  await at(page, gives);
  assert.equal(await page.getByRole("combobox").inputValue(), "");
});

journey("a council of a listed kind keeps its own name", async ({ page, site }) => {
  await toDiscloser(page, site);
  await type(page, "Leeds City Council");
  await go(page);
  await page.getByLabel("A district council in England").check();
  await go(page);
  await at(page, "What is its name?");
  assert.equal(await page.getByRole("textbox").inputValue(), "Leeds City Council");
  await screen(page, "which-one");
  await go(page);
  await at(page, further);
  const shown = await answered(page, "gives the information");
  assert.equal(shown, "Leeds City Council (A district council in England)");
});

journey("an agency is confirmed as part of its department", async ({ page, site }) => {
  await toDiscloser(page, site);
  await organisation(page, "DVLA", "Driver and Vehicle Licensing Agency");
  await go(page);
  await at(page, /Driver and Vehicle Licensing Agency/);
  await page.getByText("Confirm this with your legal team.").waitFor();
  await screen(page, "agency");
  await page.getByLabel("Yes, go on with Department for Transport").check();
  await go(page);
  await at(page, further);
  assert.equal(await answered(page, "gives the information"), "Department for Transport");
});

journey("a service provider names its customer", async ({ page, site }) => {
  await toDiscloser(page, site);
  await page.getByRole("link", { name: "It provides services to a listed organisation" }).click();
  await at(page, "Which organisation does it provide services to?");
  await screen(page, "customer");
  await organisation(page, "DWP", "Department for Work and Pensions");
  await go(page);
  await at(page, further);
  const shown = await answered(page, "gives the information");
  assert.equal(shown, "A service provider to Department for Work and Pensions");
});

journey("a name that is not known is not taken, and one in no list can be given", async ({ page, site }) => {
  await toDiscloser(page, site);
  await type(page, "Acme Trading");
  await page.getByRole("option", { name: "No organisation found" }).waitFor();
  await go(page);
  await page.getByRole("alert").getByText("We do not recognise “Acme Trading”").waitFor();
  await screen(page, "not-recognised");
  await page.getByRole("link", { name: "It is not in the suggestions" }).click();
  await at(page, "What is the organisation called?");
  await page.getByRole("textbox").fill("HMRC");
  await go(page);
  await page.getByRole("alert").getByText("“HMRC” is listed").waitFor();
  await page.getByRole("textbox").fill("Acme Trading");
  await screen(page, "unlisted");
  await go(page);
  await at(page, further);
});
