// The program for browsers says what the native one says: for every worked case, every question and
// everyone who is listed, byte for byte once both are parsed.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as places from "./support/places.mjs";

const days = ["2018-04-30", "2018-08-01", "2019-03-01", "2022-11-01", "2023-06-01", "2024-03-01", "2026-03-31"];

const native = (...words) => {
  const [command, ...rest] = words;
  const out = execFileSync(places.wicketgate(), [command, places.rules, ...rest, "--json"], { maxBuffer: 2 ** 30 });
  return JSON.parse(out);
};

const program = join(places.dist, "wicketgate");
const widget = await import(pathToFileURL(join(program, "widget.js")));
widget.initSync({ module: readFileSync(join(program, "widget_bg.wasm")) });
// Here the second part of the program stands in a file, too.
const headers = { "content-type": "application/wasm" };
globalThis.fetch = async (url) => new Response(readFileSync(url), { headers });
assert.throws(() => widget.loadRules([]), /whole/);
await widget.whole();

const published = execFileSync(places.wicketgate(), ["publish", places.rules]).toString().trim();
const manifest = readFileSync(join(places.rules, "manifest.txt"), "utf8").trim();
const names = manifest.split("\n").filter((line) => !line.startsWith("#")).map((line) => line.split("  ")[1]);
const sources = names.sort().map((name) => {
  return { name, text: readFileSync(join(places.rules, name), "utf8") };
});
const loaded = widget.loadRules(sources);
assert.ok(loaded.ok, loaded.diagnostics.map((diagnostic) => diagnostic.rendered).join("\n"));
const rules = loaded.handle;

const cases = native("cases", "--decided");
assert.ok(cases.length > 0, "there are cases");
for (const { id, proposal, determination } of cases) {
  assert.deepStrictEqual(rules.determine(proposal), determination, id);
}
assert.deepStrictEqual(rules.questions(), native("questions"), "questions");
for (const day of days) {
  assert.deepStrictEqual(rules.persons(day), native("persons", "--on", day), `persons on ${day}`);
}

// What is wrong is said in the same words, too.
const bad = { on: "2019-03-01", legs: [{ discloser: "sch4-1000" }] };
assert.throws(() => rules.determine(bad), /sch4-1000/);
const broken = widget.loadRules([{ name: "rulebook.gate", text: "rulebook \"No law date\" {\n}\n" }]);
assert.equal(broken.ok, false);
assert.equal(broken.handle, undefined);
assert.match(broken.diagnostics[0].rendered, /rulebook\.gate/);
assert.equal(broken.diagnostics[0].file, "rulebook.gate");
assert.throws(() => widget.loadRules("no list"));

rules.free();
console.log(`${cases.length} cases, all questions and the persons of ${days.length} days are the same (${published})`);
