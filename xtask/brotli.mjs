// Prints the size of each named file as a web server would send it: Brotli at its best.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
for (const path of process.argv.slice(2)) {
  console.log(brotliCompressSync(readFileSync(path), { params }).length);
}
