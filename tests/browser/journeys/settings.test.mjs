// What people set in their browser or device, and what pages set around the check.
import assert from "node:assert/strict";
import { screen, shot } from "../support/checks.mjs";
import { hosted } from "../support/host.mjs";
import { journey } from "../support/journey.mjs";
import { at, fuelPoverty as story, go, result, takenAway, toAnswers } from "./walk.mjs";

/** Calls `look` with every page of the check, the result and what can be taken away. */
async function everyPage(page, site, look) {
  await page.goto(site.url);
  await page.getByRole("button", { name: "Start now" }).waitFor();
  await look("start");
  let pages = 0;
  await toAnswers(page, story, { each: () => look(`page ${(pages += 1)}`) });
  await result(page);
  await look("result");
  await page.getByRole("button", { name: "Take it away" }).click();
  await at(page, "Take it away");
  await look("take");
}

/** Elements of the page and of the check, with what `of` gives for each that it gives anything for. */
const found = (page, of) =>
  page.evaluate((of) => {
    const give = new Function("element", `return (${of})(element)`);
    const roots = [document, document.querySelector("wicket-gate").shadowRoot];
    const all = roots.flatMap((root) => [...root.querySelectorAll("*")]);
    return all.flatMap((element) => {
      const given = give(element);
      return given ? [`${element.localName}.${element.className}: ${given}`] : [];
    });
  }, of.toString());

journey(
  "nothing moves, so there is nothing to switch off",
  async ({ page, site }) => {
    await everyPage(page, site, async (name) => {
      const moving = await found(page, (element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        const still = animationName === "none" && /^0s(, 0s)*$/.test(transitionDuration);
        if (animationName === "") return ""; // what is not rendered
        return still && scrollBehavior === "auto" ? "" : `${animationName} ${transitionDuration} ${scrollBehavior}`;
      });
      assert.deepEqual(moving, [], name);
    });
  },
  { context: { bypassCSP: true } },
);

journey(
  "with forced colours every field, button and focus has an outline",
  async ({ page, site }) => {
    let pages = 0;
    await everyPage(page, site, async (name) => {
      await shot(page, `forced-colours-${String((pages += 1)).padStart(2, "0")}`, [1280]);
      const bare = await found(page, (element) => {
        const pseudo = /govuk-(radios|checkboxes)__input/.test(element.className);
        const field = /govuk-(button|input)( |$)/.test(element.className);
        if (!pseudo && !field) return "";
        const style = getComputedStyle(pseudo ? element.nextElementSibling : element, pseudo ? "::before" : null);
        return Number.parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle === "solid" ? "" : style.border;
      });
      assert.deepEqual(bare, [], name);
    });
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => {
      let element = document.activeElement;
      while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return [outlineStyle, Number.parseFloat(outlineWidth) > 0];
    });
    assert.deepEqual(outline, ["solid", true]);
  },
  { context: { forcedColors: "active", bypassCSP: true } },
);

journey(
  "with text spaced out nothing is cut off or runs off the screen",
  async ({ page, site }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    let pages = 0;
    await everyPage(page, site, async (name) => {
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
          word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
        for (const root of [document, document.querySelector("wicket-gate").shadowRoot]) {
          root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((one) => !one.spaced), sheet];
        }
        sheet.spaced = true;
      });
      await shot(page, `spaced-${String((pages += 1)).padStart(2, "0")}`, [320]);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, name);
      const cut = await found(page, (element) => {
        const { overflow, position } = getComputedStyle(element);
        if (overflow !== "hidden" || position === "absolute") return "";
        return element.scrollHeight > element.clientHeight + 1 ? "cut off" : "";
      });
      assert.deepEqual(cut, [], name);
    });
  },
  { context: { bypassCSP: true } },
);

const host = (site, inside = "", head = "") => `<!doctype html><html lang="en"><head><title>Host</title>${head}</head><body><main>
  <wicket-gate rules="${site.url}rules/manifest.txt"${inside}></wicket-gate></main>
  <script type="module" src="${site.url}wicketgate/wicketgate.js"></script></body></html>`;
const shared = { headers: { "access-control-allow-origin": "*" } };

journey("a host with the strictest policy that the docs name gets an answer in a file", async ({ page, site }) => {
  const origin = new URL(site.url).origin;
  const policy = [
    "default-src 'none'",
    `script-src ${origin} 'wasm-unsafe-eval'`,
    `connect-src ${origin}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
  await hosted(
    site,
    host(site),
    async (url) => {
      await page.goto(url);
      await toAnswers(page, story);
      assert.match(await result(page), /^Fuel poverty: likely to fit/);
      await takenAway(page);
      assert.equal(page.url(), url);
    },
    { "content-security-policy": policy },
  );
}, { ...shared, expected: /favicon/ });

journey("a host passes its own colours in, and odd sizes of its root stay out", async ({ page, site }) => {
  const styles = `<style>html { font-size: 62.5% } wicket-gate { --wicket-gate-rem: 16px;
    --govuk-link-colour: rgb(0, 100, 0); --govuk-text-colour: rgb(40, 0, 40) }</style>`;
  await hosted(site, host(site, ` heading-level="2"`, styles), async (url) => {
    await page.goto(url);
    const link = page.getByRole("link", { name: "Open a saved answer" });
    await link.waitFor();
    const colour = (locator) => locator.evaluate((element) => getComputedStyle(element).color);
    assert.equal(await colour(link), "rgb(0, 100, 0)");
    const title = page.getByRole("heading", { level: 2 }).first();
    assert.equal(await colour(title), "rgb(40, 0, 40)");
    const size = (locator) => locator.evaluate((element) => getComputedStyle(element).fontSize);
    assert.deepEqual([await size(title), await size(link)], ["36px", "19px"]);
    await shot(page, "host-colours");
    // Fields and their targets keep their size, too.
    await page.getByRole("button", { name: "Start now" }).click();
    const box = await page.getByRole("radio").first().boundingBox();
    assert.ok(box.width >= 40 && box.height >= 40, JSON.stringify(box));
  });
}, shared);

journey("an answer that cannot be read from a link is told, and nothing is lost by it", async ({ page, site }) => {
  await page.goto(`${site.url}#on=2026-03-01&discloser=%E0`);
  await page.getByRole("alert").getByText("The answers in the link could not be read").waitFor();
  await screen(page, "bad-link");
  await page.goto(`${site.url}`);
  await page.getByRole("button", { name: "Start now" }).click();
  await page.getByLabel(/^Today/).check();
  await go(page);
  await at(page, /gives the information/);
});
