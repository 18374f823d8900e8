// The server of `cargo xtask serve`, asked as a browser asks it.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { startSite } from "../support/site.mjs";

// Stands in for `wicketgate publish DIR`, and finds a mistake where a file of the test says so. It
// reads only that file: the real rules may well speak of mistakes.
const publisher = `#!/usr/bin/env node
const { readFileSync, writeFileSync } = require("node:fs");
const [, , verb, dir] = process.argv;
const text = readFileSync(dir + "/a.gate", "utf8");
if (verb !== "publish" || text.includes("mistake")) { console.log("error[a-mistake]"); process.exit(1); }
writeFileSync(dir + "/manifest.txt", text);
`;

let folder;
let site;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "publisher-"));
  const path = join(folder, "publish.cjs");
  await writeFile(path, publisher, { mode: 0o755 });
  site = await startSite({ publisher: path, headers: { "x-added": "a: b" } });
});
after(async () => {
  await site.stop();
  await rm(folder, { recursive: true });
});

const get = (path, options) => fetch(new URL(path, site.url), options);
const save = (text) => writeFile(join(site.rules, "a.gate"), text);
const manifest = async () => (await get("rules/manifest.txt")).text();

/** Asks for a path as it stands: `fetch` would tidy it first. */
const raw = (path) =>
  new Promise((resolve, reject) => {
    const { port } = new URL(site.url);
    request({ host: "127.0.0.1", port, path }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on("error", reject)
      .end();
  });

test("each kind of file has its type", async () => {
  for (const [path, type] of [
    ["", "text/html; charset=utf-8"],
    ["page.css", "text/css; charset=utf-8"],
    ["wicketgate/wicketgate.js", "text/javascript; charset=utf-8"],
    ["wicketgate/widget_bg.wasm", "application/wasm"],
  ]) {
    const answer = await get(path);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers.get("content-type"), type);
    assert.equal(answer.headers.get("x-added"), "a: b");
  }
});

test("what the browser has already is not sent again", async () => {
  const version = (await get("page.css")).headers.get("etag");
  const again = await get("page.css", { headers: { "if-none-match": version } });
  assert.equal(again.status, 304);
  assert.equal(again.headers.get("cache-control"), "no-cache");
});

test("nothing outside the site is sent", async () => {
  for (const path of ["/../rules/a.gate", "/%2e%2e/rules", "/%2e%2e%2frules%2fa.gate", "//etc/passwd"]) {
    assert.equal(await raw(path), 404, path);
  }
  assert.equal(await raw("/%"), 400);
  assert.equal((await get("", { method: "POST" })).status, 405);
});

test("whoever saves a rule file and reloads at once gets the new manifest", async () => {
  for (const text of ["one", "two", "three"]) {
    await save(text);
    assert.match(await manifest(), new RegExp(text));
    assert.equal(await (await get("rules/a.gate")).text(), text);
  }
});

test("rules with a mistake leave the manifest as it was, and the mistake is shown", async () => {
  await save("good");
  const good = await manifest();
  await save("mistake");
  assert.equal(await manifest(), good);
  await pause(50);
  assert.match(site.log, /error\[a-mistake\]/);
  assert.match(site.log, /the manifest stays as it was/);
  await save("mended");
  assert.match(await manifest(), /mended/);
});
