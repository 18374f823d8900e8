// A page of somebody else, on an origin of its own.
import { createServer } from "node:http";

/**
 * Serves `html` at every path, with `headers`, for as long as `use(url)` takes.
 *
 * `site` is told of it, so that its requests are not taken for an accident.
 */
export async function hosted(site, html, use, headers = {}) {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers });
    response.end(html);
  });
  await new Promise((resolve) => server.listen(0, "localhost", resolve));
  const url = `http://localhost:${server.address().port}/`;
  site.hosts.push(url);
  try {
    await use(url);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
