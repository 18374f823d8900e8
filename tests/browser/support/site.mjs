// A copy of the built site with a server of its own, so that a test may change what it likes.
import { spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import * as places from "./places.mjs";

/**
 * Copies the site and serves it.
 *
 * `headers` go with every answer. The rule files are a copy too, in `site.rules`, and are
 * republished when a test saves one, as they are for a policy owner; `publisher` is the command that
 * does it, if not ours.
 */
export async function startSite({ headers = {}, publisher = places.wicketgate() } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "wicketgate-"));
  const dir = join(folder, "site");
  const rules = join(folder, "rules");
  await cp(places.dist, dir, { recursive: true, maxRetries: 5 });
  await cp(places.rules, rules, { recursive: true, maxRetries: 5 });
  const server = spawn(
    places.xtask(),
    [
      ...["serve", "--port", "0", "--dir", dir, "--rules", rules],
      ...["--publisher", publisher],
      ...Object.entries(headers).flatMap(([name, value]) => ["--header", `${name}: ${value}`]),
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  // Pages of others that a test makes, from which requests may come and go.
  const site = { dir, rules, hosts: [], log: "", url: "", stop };
  server.stderr.on("data", (text) => (site.log += text));

  async function stop() {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    if (server.exitCode === null && server.kill()) await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }

  for await (const line of createInterface({ input: server.stdout })) {
    site.url = line.match(/http:\/\/localhost:\d+\//)?.[0] ?? "";
    if (site.url) break;
  }
  if (!site.url) {
    await stop();
    throw new Error(`the server did not start:\n${site.log}`);
  }
  server.stdout.resume().on("data", (text) => (site.log += text));
  return site;
}
