// Going through a page by keyboard alone.
import assert from "node:assert/strict";

/** The focused control, through shadow roots: `{ tag, type, name, text, checked }`. */
export function focused(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element) return null;
    const root = element.getRootNode();
    const words = (node) => node?.textContent.trim().replaceAll(/\s+/g, " ") ?? "";
    const ids = (element.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
    const name =
      ids.map((id) => words(root.getElementById(id))).join(" ") ||
      element.getAttribute("aria-label") ||
      [...(element.labels ?? [])].map(words).join(" ") ||
      words(element);
    return {
      tag: element.localName,
      type: element.getAttribute("type") ?? "",
      name,
      text: words(element),
      checked: element.checked ?? null,
    };
  });
}

const matches = (name, wanted) =>
  wanted instanceof RegExp ? wanted.test(name) : name === wanted || name.startsWith(`${wanted} `);

/** Presses Tab until the control with this name (text or pattern) has focus. */
export async function tabTo(page, wanted, { limit = 60, key = "Tab" } = {}) {
  const passed = [];
  for (let presses = 0; presses <= limit; presses += 1) {
    const control = await focused(page);
    if (control && matches(control.name, wanted) && presses > 0) return control;
    if (control) passed.push(control.name.slice(0, 60));
    await page.keyboard.press(key);
  }
  assert.fail(`${key} does not reach ${wanted}; it passed ${JSON.stringify(passed)}`);
}

/** Chooses one of a set of radios: Tab to the set, arrows within it. */
export async function choose(page, wanted) {
  await tabToAny(page, (control) => control.type === "radio");
  for (let presses = 0; presses < 60; presses += 1) {
    const control = await focused(page);
    if (matches(control.name, wanted)) {
      if (!control.checked) await page.keyboard.press("Space");
      return;
    }
    await page.keyboard.press("ArrowDown");
  }
  assert.fail(`the arrow keys do not reach ${wanted}`);
}

/** Ticks a checkbox. */
export async function tick(page, wanted) {
  await tabTo(page, wanted);
  await page.keyboard.press("Space");
}

/** Presses Tab until a button with this name has focus, then Enter. */
export async function press(page, wanted, options) {
  await tabTo(page, wanted, options);
  await page.keyboard.press("Enter");
}

/** Presses Tab until a control of this kind has focus. */
export async function tabToAny(page, test) {
  for (let presses = 0; presses < 60; presses += 1) {
    const control = await focused(page);
    if (control && test(control)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail("Tab does not reach such a control");
}
