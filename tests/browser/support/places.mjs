// Where the built site and the built commands are.
//
// `cargo xtask test` says so in the environment; a developer who runs one file by hand need not.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
export const dist = join(root, "dist");
export const rules = join(root, "www", "rules");
export const output = join(root, "test-output");

function target(...names) {
  const cargo = ["metadata", "--no-deps", "--offline", "--format-version", "1"];
  const { target_directory } = JSON.parse(execFileSync("cargo", cargo, { cwd: root }));
  return join(target_directory, ...names);
}

const built = (name) => target("debug", name);

function found(path, how) {
  if (existsSync(path)) return path;
  throw new Error(`${path} is not there: ${how}`);
}

/** The server, which is `cargo xtask serve` itself. */
export const xtask = () =>
  found(process.env.WICKETGATE_XTASK ?? built("xtask"), "run `cargo xtask build` first");

/** The rule editor's command, which publishes rule files. */
export const wicketgate = () =>
  found(process.env.WICKETGATE ?? built("wicketgate"), "run `cargo build -p wicketgate-cli` first");

/** The program with a pseudo-language. */
export const pseudo = () =>
  found(process.env.WICKETGATE_PSEUDO ?? target("site", "pseudo"), "run `cargo xtask pseudo` first");

/** The browser, in the order in which `cargo xtask test` looks for it. */
export function chromium() {
  const places = [process.env.CHROMIUM, "/usr/bin/chromium"].filter(Boolean);
  const path = places.find((place) => existsSync(place));
  if (!path) throw new Error("no Chromium: name one in CHROMIUM, or run `cargo xtask test`");
  return path;
}
