// Keeps program, styles and rules in this browser, so that the page opens without a network after
// the first visit. Answers are never kept.

const policy = globalThis.trustedTypes?.createPolicy("wicket-gate", {
  createScriptURL: (url) => url,
});

const beside = (name) => new URL(name, import.meta.url).href;

/** Pages that a person may go to from here and that nothing has loaded yet. */
const pages = ["guide.html", "guide.css", "accessibility.html"].map(beside);

async function keep() {
  const { serviceWorker } = navigator;
  // Absent on pages without https, and where an organisation has switched it off.
  if (!serviceWorker) return;
  const worker = beside("offline-worker.js");
  await serviceWorker.register(policy ? policy.createScriptURL(worker) : worker);
  const { active } = await serviceWorker.ready;
  const own = (url) => new URL(url).origin === location.origin;
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name.split("#")[0]);
  const urls = [...new Set([location.href.split("#")[0], ...loaded])].filter(own);
  // A set without the second part of the program would open and go no further.
  if (!urls.some((url) => /\/later-[^/]*\.wasm$/.test(url))) return;
  const rules = document.querySelector("wicket-gate")?.getAttribute("rules");
  active.postMessage({ type: "keep", urls, pages, manifest: rules && new URL(rules, document.baseURI).href });
}

// Anything that fails here costs only the use without a network.
const tryToKeep = () =>
  keep().catch((error) => console.info(`not kept for use without a network: ${error}`));

// Only a set that has proved to work is kept: the element is ready once the rules are compiled.
addEventListener("wicket-gate-ready", tryToKeep);

// Parts that are not needed at first come later; each is kept once nothing more has come for a while.
addEventListener(
  "wicket-gate-ready",
  () => {
    let waiting;
    new PerformanceObserver(() => {
      clearTimeout(waiting);
      waiting = setTimeout(tryToKeep, 1000);
    }).observe({ type: "resource" });
  },
  { once: true },
);
