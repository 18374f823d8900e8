// What holds on every screen.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { output } from "./places.mjs";

// The rules that govuk-frontend holds its own components to.
const tags = [
  ...["best-practice", "wcag2a", "wcag2aa", "wcag2aaa"],
  ...["wcag21a", "wcag21aa", "wcag22aa"],
];

// Contrast of 7 to 1 is asked of no public body, and GOV.UK's own link colour does not reach it.
const always = { "color-contrast-enhanced": { enabled: false } };

/** axe finds nothing, shadow roots included. In an embed, pass `{ region: { enabled: false } }`. */
export async function accessible(page, rules = {}) {
  const options = { runOnly: { type: "tag", values: tags }, rules: { ...always, ...rules } };
  const violations = await page.evaluate(async (chosen) => {
    const report = await globalThis.axe.run(document, chosen);
    return report.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map((node) => [node.target.flat().join(" "), node.failureSummary]),
    }));
  }, options);
  assert.deepEqual(violations, [], "axe finds nothing");
}

/** Nothing is wider than a narrow screen, in the shadow roots either. */
export async function noSidewaysScroll(page, width = 320) {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 800 });
  const wide = await page.evaluate(() => {
    const found = [];
    const limit = document.documentElement.clientWidth;
    const look = (root) => {
      for (const element of root.querySelectorAll("*")) {
        const { right } = element.getBoundingClientRect();
        if (right > limit + 1) found.push(`${element.localName}.${element.className}: ${right}`);
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    // Elements are only named to help: a table may be wide where it scrolls by itself.
    if (document.documentElement.scrollWidth > limit) look(document);
    return { scrolls: document.documentElement.scrollWidth > limit, found };
  });
  await page.setViewportSize(before);
  assert.deepEqual(wide, { scrolls: false, found: [] }, `no sideways scroll at ${width} px`);
}

/** Everything that is asked of each screen, and its pictures for a person to look at. */
export async function screen(page, name, rules) {
  await accessible(page, rules);
  await noSidewaysScroll(page);
  await shot(page, name);
}

/** The same of a page in print: its narrowest sheet is A5, in CSS pixels. */
export async function sheet(page, name) {
  await accessible(page);
  await noSidewaysScroll(page, 559);
  await shot(page, name, [559, 794]);
}

/** Pictures of the whole page at several widths, in `test-output/`. */
export async function shot(page, name, widths = [320, 768, 1280]) {
  const folder = join(output, "screens");
  await mkdir(folder, { recursive: true });
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize(before);
}
