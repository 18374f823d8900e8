// The rules on paper: a page that needs no program.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { accessible, noSidewaysScroll, screen, shot } from "../support/checks.mjs";
import { journey } from "../support/journey.mjs";
import { output } from "../support/places.mjs";

journey("the start page leads to the guide, which says all it says by its rules", async ({ page, site, context }) => {
  await page.goto(site.url);
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: /^Print the guide/ }).click();
  const guide = await opened;
  await guide.getByRole("heading", { level: 1, name: /^Guide: / }).waitFor();
  await guide.getByText("The law was checked up to 31 March 2026.").first().waitFor();
  const manifest = await readFile(join(site.rules, "manifest.txt"), "utf8");
  const [, hash] = manifest.match(/^# rulebook ([0-9a-f]{64})$/m);
  await guide.getByText(hash).waitFor();
  for (const name of ["You can", "You cannot", "Get advice", "Who can use the powers", "What is not settled"]) {
    await guide.getByRole("heading", { level: 2, name, exact: true }).waitFor();
  }
  await guide.getByRole("listitem").filter({ hasText: /^HM Revenue and Customs \d/ }).waitFor();
  await screen(guide, "guide");
});

journey(
  "without JavaScript the page leads to the guide, and the guide is whole",
  async ({ page, site }) => {
    for (const start of ["", "embed.html"]) {
      await page.goto(new URL(start, site.url).href);
      const link = page.getByRole("link", { name: "Read or print the guide" });
      await link.waitFor();
      assert.equal(await link.getAttribute("href"), "guide.html", start);
    }
    await page.goto(site.url);
    await page.getByRole("link", { name: "Read or print the guide" }).click();
    await page.getByRole("heading", { level: 1, name: /^Guide: / }).waitFor();
    const before = await page.locator("body").evaluate((body) => getComputedStyle(body).fontFamily);
    assert.match(before, /arial/, "its style sheet is there");
    await shot(page, "guide-no-javascript");
  },
  { context: { javaScriptEnabled: false } },
);

journey("the guide fits on a few sheets of paper", async ({ page, site }) => {
  await page.goto(new URL("guide.html", site.url).href);
  await accessible(page);
  await noSidewaysScroll(page);
  await page.emulateMedia({ media: "print" });
  await shot(page, "guide-print", [794]);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await writeFile(join(output, "guide.pdf"), pdf);
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
  assert.ok(pages <= 9, `${pages} pages`);
});

journey("the guide is made anew when a rule file is saved", async ({ page, site }) => {
  const path = join(site.rules, "rulebook.gate");
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace("law as at 31 March 2026", "law as at 30 March 2026"));
  const guide = new URL("guide.html", site.url).href;
  for (let tries = 0; tries < 100; tries += 1) {
    await page.goto(guide);
    if (await page.getByText("The law was checked up to 30 March 2026.").count()) break;
    await page.waitForTimeout(200);
  }
  assert.ok(await page.getByText("The law was checked up to 30 March 2026.").count());
});
