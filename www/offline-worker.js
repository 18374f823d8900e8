// Answers from the network while there is one, and from the set that was last seen to work when
// there is none. A set is replaced as a whole or not at all, so rules and manifest always agree.

const PREFIX = "wicket-gate-";

/** The last thing that is put into a set: one without it is not whole. */
const WHOLE = "./offline-whole";

const sets = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX)).sort();

async function keep(urls) {
  const before = await sets();
  const name = `${PREFIX}${String(Date.now()).padStart(15, "0")}`;
  const set = await caches.open(name);
  try {
    await set.addAll(urls);
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  // Pages of one site may keep different parts: what only the older set has stays.
  for (const older of before) {
    const old = await caches.open(older);
    for (const request of await old.keys()) {
      const marks = request.url.endsWith("/offline-whole");
      if (!marks && !(await set.match(request))) await set.put(request, await old.match(request));
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
  if (event.data?.type === "keep") event.waitUntil(keep(event.data.urls).catch(() => {}));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === location.origin) {
    event.respondWith(answer(request));
  }
});
