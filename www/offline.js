// Keeps program, styles and rules in this browser, so that the page opens without a network after
// the first visit. Answers are never kept.

const policy = globalThis.trustedTypes?.createPolicy("wicket-gate", {
  createScriptURL: (url) => url,
});

const worker = new URL("offline-worker.js", import.meta.url).href;

async function keep() {
  const { serviceWorker } = navigator;
  // Absent on pages without https, and where an organisation has switched it off.
  if (!serviceWorker) return;
  await serviceWorker.register(policy ? policy.createScriptURL(worker) : worker);
  const { active } = await serviceWorker.ready;
  const own = (url) => new URL(url).origin === location.origin;
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name.split("#")[0]);
  const urls = [location.href.split("#")[0], ...loaded].filter(own);
  active.postMessage({ type: "keep", urls: [...new Set(urls)] });
}

// Anything that fails here costs only the use without a network.
const tryToKeep = () =>
  keep().catch((error) => console.info(`not kept for use without a network: ${error}`));

// Only a set that has proved to work is kept: the element is ready once the rules are compiled.
addEventListener("wicket-gate-ready", () => {
  tryToKeep();
  // Parts that are not needed at first come later; each is kept once nothing more has come for a while.
  let waiting;
  new PerformanceObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(tryToKeep, 1000);
  }).observe({ type: "resource" });
});
