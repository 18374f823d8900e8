// The check inside pages of others: in a frame, beside styles that would break it, and without a network.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { noSidewaysScroll, shot } from "../support/checks.mjs";
import { hosted } from "../support/host.mjs";
import { journey } from "../support/journey.mjs";

const framed = (site, extra = "") => `<!doctype html><html lang="en"><head><title>Guidance</title></head><body>
<main><h1>Guidance</h1><p>Before.</p>
<iframe data-wicket-gate src="${site.url}embed.html${extra}" title="Check a data share" width="100%" height="400"></iframe>
<p>After.</p></main>
<script type="module" src="${site.url}wicketgate-frame.js"></script></body></html>`;

const start = (frame) => frame.getByRole("button", { name: "Start now" });

/** Allows a page of another origin to load the script around the frame. */
const shared = { headers: { "access-control-allow-origin": "*" } };

journey("a frame on another origin grows to its content and tells its events", async ({ page, site, context }) => {
  await context.addInitScript(() => {
    globalThis.heard = [];
    for (const name of ["ready", "step", "outcome"]) {
      addEventListener(`wicket-gate-${name}`, (event) => heard.push([event.type, event.target.localName, event.detail]));
    }
  });
  await hosted(site, framed(site), async (url) => {
    await page.goto(url);
    const frame = page.frameLocator("iframe");
    await start(frame).waitFor();
    const height = () => page.locator("iframe").evaluate((frame) => frame.getBoundingClientRect().height);
    const inner = () => frame.locator("html").evaluate((html) => html.getBoundingClientRect().height);
    await page.waitForFunction(() => document.querySelector("iframe").height !== "400");
    assert.ok(Math.abs((await height()) - (await inner())) < 10, `${await height()} of ${await inner()}`);
    const before = await height();
    await start(frame).click();
    await frame.getByRole("button", { name: "Continue" }).waitFor();
    await page.waitForFunction((before) => Number(document.querySelector("iframe").height) !== before, before);
    await page.waitForFunction(() => heard.some(([type]) => type === "wicket-gate-step"));
    const heard = await page.evaluate(() => heard.filter(([, target]) => target === "iframe"));
    assert.ok(heard.length > 0);
    assert.ok(heard.every(([, , detail]) => detail === null), "no event carries anything");
    assert.equal(await page.title(), "Guidance");
    assert.equal(page.url(), url, "the address of the host stays");
    await noSidewaysScroll(page);
    await shot(page, "frame");
  });
}, shared);

journey("a frame that is not ours is not listened to", async ({ page, site }) => {
  const other = `<script>parent.postMessage({ type: "wicket-gate-height", height: 9999 }, "*")</script>`;
  await hosted(site, other, async (there) => {
    const html = framed(site).replace(`${site.url}embed.html`, there).replace("data-wicket-gate ", "");
    await hosted(site, html, async (url) => {
      await page.goto(url, { waitUntil: "networkidle" });
      assert.equal(await page.locator("iframe").getAttribute("height"), "400");
    });
  });
}, shared);

journey("opening a page with a frame moves neither focus nor view", async ({ page, site }) => {
  const low = framed(site).replace("<p>Before.</p>", `<p style="height: 2000px">Before.</p>`);
  await hosted(site, low, async (url) => {
    await page.goto(url);
    await start(page.frameLocator("iframe")).waitFor();
    assert.equal(await page.evaluate(() => scrollY), 0);
    assert.equal(await page.evaluate(() => document.activeElement.localName), "body");
  });
}, shared);

journey("styles of a page change nothing inside the element", async ({ page, site }) => {
  const hostile = `<!doctype html><html lang="en"><head><title>Host</title><style>
    html { font-size: 62.5% } h1 { color: hotpink; text-transform: uppercase } * { letter-spacing: 3px }
    input, button { display: none !important } label { margin-left: 200px; line-height: 4 }
    wicket-gate { --wicket-gate-rem: 16px } </style></head><body><main>
    <wicket-gate rules="${site.url}rules/manifest.txt"></wicket-gate></main>
    <script type="module" src="${site.url}wicketgate/wicketgate.js"></script></body></html>`;
  await hosted(site, hostile, async (url) => {
    await page.goto(url);
    await start(page).waitFor();
    const found = await page.getByRole("heading", { level: 1 }).evaluate((heading) => {
      const { color, fontSize, letterSpacing, textTransform } = getComputedStyle(heading);
      return { color, fontSize, letterSpacing, textTransform };
    });
    assert.deepEqual(found, {
      color: "rgb(11, 12, 12)",
      fontSize: "36px",
      letterSpacing: "normal",
      textTransform: "none",
    });
    await start(page).click();
    await page.getByRole("button", { name: "Continue" }).waitFor();
    await shot(page, "hostile-host");
  });
}, shared);

journey("two elements on one page are two journeys", async ({ page, site }) => {
  const two = `<!doctype html><html lang="en"><head><title>Host</title></head><body><main>
    <wicket-gate id="one" rules="${site.url}rules/manifest.txt"></wicket-gate>
    <wicket-gate id="two" rules="${site.url}rules/manifest.txt" heading-level="2"></wicket-gate></main>
    <script type="module" src="${site.url}wicketgate/wicketgate.js"></script></body></html>`;
  await hosted(site, two, async (url) => {
    await page.goto(url);
    await start(page.locator("#two")).click();
    await page.locator("#two").getByRole("button", { name: "Continue" }).waitFor();
    assert.equal(await start(page.locator("#one")).count(), 1, "the other one has not moved");
    assert.equal(await page.locator("#two").getByRole("heading", { level: 1 }).count(), 0);
  });
}, shared);

for (const name of ["index.html", "embed.html"]) {
  journey(`${name} opens without a network after the first visit`, async ({ page, site, context }) => {
    await page.goto(`${site.url}${name}`);
    await start(page).waitFor();
    // Asked from here: a function that waits in the page is taken for true before it has an answer.
    const kept = () => page.evaluate(async () => (await caches.match("offline-whole")) !== undefined);
    for (let tries = 0; !(await kept()); tries += 1) {
      assert.ok(tries < 100, "the page is never kept");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    // What goes with an answer is in the set even if the page had not come to ask for it.
    const answers = new URL("rules/answers.txt", site.url).href;
    assert.ok(await page.evaluate(async (url) => (await caches.match(url)) !== undefined, answers));
    // What is on its way when the network goes is missed by the page that asked for it.
    await page.waitForFunction(
      (url) => performance.getEntriesByType("resource").some(({ name }) => name === url),
      answers,
    );
    await context.setOffline(true);
    await page.reload();
    await start(page).click();
    await page.getByRole("button", { name: "Continue" }).waitFor();
    assert.equal(await page.getByText("The rules could not be loaded").count(), 0);
    const guide = await context.newPage();
    await guide.goto(new URL("guide.html", site.url).href);
    await guide.getByRole("heading", { level: 1, name: /^Guide: / }).waitFor();
    const stored = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
    assert.deepEqual(stored, [0, 0, ""], "answers are not kept");
  }, { context: { serviceWorkers: "allow" }, expected: /Failed to load resource|ERR_INTERNET_DISCONNECTED/ });
}

journey("what is kept is never rules of two publications", async ({ page, site, context }) => {
  await page.goto(site.url);
  await start(page).waitFor();
  // Each keep makes a set of its own and takes the older one away.
  const sets = () => page.evaluate(async () => (await caches.keys()).join());
  const kept = () => page.evaluate(async () => (await caches.match("offline-whole")) !== undefined);
  const until = async (holds) => {
    for (let tries = 0; !(await holds()); tries += 1) {
      assert.ok(tries < 100, "it never comes to that");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  await until(kept);
  const before = await sets();
  // In the middle of an upload: the bundle is there, and its manifest is not.
  const bundle = join(site.rules, "questions.txt");
  const text = await readFile(bundle, "utf8");
  const ask = () =>
    page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      const url = (name) => new URL(name, location.href).href;
      const urls = [location.href, url("rules/manifest.txt"), url("rules/questions.txt")];
      active.postMessage({ type: "keep", urls, pages: [], manifest: url("rules/manifest.txt") });
      await new Promise((resolve) => setTimeout(resolve, 1500));
    });
  const mixed = text.replace("rulebook", "rulebooc");
  await writeFile(bundle, mixed);
  const served = await fetch(new URL("rules/questions.txt", site.url));
  assert.equal(await served.text(), mixed);
  await ask();
  const bundleOf = (name) =>
    page.evaluate(async (name) => (await (await caches.match(new URL(name, location.href).href)).text()), name);
  assert.equal(await bundleOf("rules/questions.txt"), text, "the last set stands");
  await writeFile(bundle, text);
  await ask();
  await until(async () => (await sets()) !== before);
  assert.equal(await bundleOf("rules/questions.txt"), text);
}, { context: { serviceWorkers: "allow" } });

journey("mounting and removing many times leaves next to nothing behind", async ({ page, site, context }) => {
  // The smallest rulebook there is, since it is compiled each time.
  const rules = `rulebook "Tiny" {\n  law as at 1 March 2026\n}\n`;
  const hash = createHash("sha256").update(rules).digest("hex");
  await mkdir(join(site.dir, "tiny"));
  await writeFile(join(site.dir, "tiny", "rulebook.gate"), rules);
  await writeFile(join(site.dir, "tiny", "manifest.txt"), `${hash}  rulebook.gate\n`);
  const index = join(site.dir, "index.html");
  await writeFile(index, (await readFile(index, "utf8")).replace("rules/manifest.txt", "tiny/manifest.txt"));
  await page.goto(site.url);
  await start(page).waitFor();
  const session = await context.newCDPSession(page);
  const measure = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const metric = (name) => metrics.find((metric) => metric.name === name).value;
    return { nodes: metric("Nodes"), heap: metric("JSHeapUsedSize") };
  };
  const cycle = (times) =>
    page.evaluate(async (times) => {
      const element = document.querySelector("wicket-gate");
      const parent = element.parentNode;
      for (let time = 0; time < times; time += 1) {
        element.remove();
        // It ends in a task of its own, after a move would have put it back.
        await new Promise((resolve) => setTimeout(resolve));
        const ready = new Promise((resolve) => element.addEventListener("wicket-gate-ready", resolve, { once: true }));
        parent.append(element);
        await ready;
      }
    }, times);
  await session.send("Performance.enable");
  await cycle(20);
  await start(page).waitFor();
  const before = await measure();
  await cycle(200);
  await start(page).waitFor();
  const after = await measure();
  // yew never lets go of the listeners of a root: about 3 nodes and under 1 KB each time.
  assert.ok(after.nodes - before.nodes <= 8 * 200, `${before.nodes} to ${after.nodes} nodes`);
  assert.ok(after.heap - before.heap <= 10_000 * 200, `${before.heap} to ${after.heap} bytes`);
});

journey("an element that is moved keeps its journey", async ({ page, site }) => {
  await page.goto(site.url);
  await start(page).click();
  await page.getByRole("button", { name: "Continue" }).waitFor();
  await page.evaluate(() => document.body.prepend(document.querySelector("wicket-gate")));
  await page.getByRole("button", { name: "Continue" }).waitFor();
  assert.equal(await start(page).count(), 0);
});
