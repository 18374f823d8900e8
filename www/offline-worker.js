// Answers from the network while there is one, and from the set that was last seen to work when
// there is none. A set is replaced as a whole or not at all, so rules and manifest always agree.

const PREFIX = "wicket-gate-";

/** The last thing that is put into a set: one without it is not whole. */
const WHOLE = "./offline-whole";

const sets = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX)).sort();

async function sha256(text) {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The bundles that a manifest lists. */
const bundles = (manifest) => Array.from(manifest.matchAll(/^# bundle (.+)$/gm), ([, name]) => name);

/** The hashes that a manifest lists for a rule file, or for each of the files of a bundle. */
function listed(manifest, name) {
  const hashes = [];
  let inside = false;
  for (const line of manifest.split("\n")) {
    const [, hash, file] = line.match(/^([0-9a-f]{64}) [ *](.+)$/) ?? [];
    if (!hash) inside = line === `# bundle ${name}`;
    else if (inside || file === name) hashes.push(hash);
  }
  return hashes;
}

/** Whether a set may hold this answer: rules only if they are the ones of its manifest. */
async function belongs(set, manifest, url, response) {
  const folder = manifest && new URL(".", manifest).href;
  if (!folder || url === manifest || !url.startsWith(folder)) return true;
  const listing = await (await set.match(manifest))?.text();
  const hashes = listed(listing ?? "", decodeURI(url.slice(folder.length)));
  const found = await Promise.all((await response.text()).split("\f").map(sha256));
  return hashes.join() === found.join();
}

async function keep({ urls, pages, manifest }) {
  const before = await sets();
  const name = `${PREFIX}${String(Date.now()).padStart(15, "0")}`;
  const set = await caches.open(name);
  try {
    await set.addAll(urls);
    // What goes with an answer may not have been asked for yet: without it a set is not whole.
    const listing = manifest && (await (await set.match(manifest))?.text());
    const more = bundles(listing ?? "").map((name) => new URL(name, manifest).href);
    await set.addAll(more.filter((url) => !urls.includes(url)));
    // Two publications may meet while files are fetched; then the last set stands.
    for (const url of new Set([...urls, ...more])) {
      if (!(await belongs(set, manifest, url, await set.match(url)))) throw new Error(`${url} is another one`);
    }
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  // A site may have left these out.
  await Promise.all(pages.map((url) => set.add(url).catch(() => {})));
  // Pages of one site may keep different parts: what only the older set has stays, if it still belongs.
  for (const older of before) {
    const old = await caches.open(older);
    for (const request of await old.keys()) {
      // Of the second part of the program only the present one is of use.
      if (/\/(offline-whole|later-[^/]*)$/.test(request.url) || (await set.match(request))) continue;
      const response = await old.match(request);
      if (await belongs(set, manifest, request.url, response.clone())) await set.put(request, response);
    }
  }
  await set.put(WHOLE, new Response());
  for (const older of before) await caches.delete(older);
}

async function kept(request) {
  const options = { ignoreSearch: request.mode === "navigate" };
  for (const name of (await sets()).reverse()) {
    const set = await caches.open(name);
    const found = (await set.match(WHOLE)) && (await set.match(request, options));
    if (found) return found;
  }
}

async function answer(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const found = await kept(request);
    if (found) return found;
    throw error;
  }
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => {
  // A set that cannot be had whole leaves the last one as it was.
  if (event.data?.type === "keep") event.waitUntil(keep(event.data).catch(() => {}));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === location.origin) {
    event.respondWith(answer(request));
  }
});
