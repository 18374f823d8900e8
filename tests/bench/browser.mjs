// node tests/bench/browser.mjs FOLDER RULES [N...]: the steps of src/work.rs as WebAssembly in Chromium.
//
// FOLDER holds the program and its glue, RULES a rulebook with its worked cases. A browser tells time in
// steps of 0.1 ms, or of 0.005 ms where a page is isolated, which this one is.
import { createServer } from 'node:http'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const [folder, rules, ...sizes] = process.argv.slice(2)
const types = { js: 'text/javascript', wasm: 'application/wasm' }
const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }
const server = createServer(async (request, response) => {
  const name = request.url.slice(1)
  try {
    const body = name === '' ? '<!doctype html><title>Bench</title>' : await readFile(join(folder, name))
    response.writeHead(200, { ...headers, 'content-type': types[name.split('.').pop()] ?? 'text/html' })
    response.end(body)
  } catch {
    response.writeHead(404, headers).end()
  }
})
await new Promise((resolve) => server.listen(0, 'localhost', resolve))
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })

/** Runs a function in a page that has a fresh instance of the program. */
const fresh = async (task, argument) => {
  const page = await browser.newPage()
  await page.goto(`http://localhost:${server.address().port}/`)
  const result = await page.evaluate(
    async ([code, argument]) => {
      const bench = await import('/bench.js')
      const { memory } = await bench.default({ module_or_path: '/bench_bg.wasm' })
      return await new Function(`return ${code}`)()(bench, memory, argument)
    },
    [String(task), argument],
  )
  await page.close()
  return result
}

const generated = (bench, memory, size) => {
  const wrong = bench.prepare(size)
  if (wrong !== '') throw new Error(wrong)
  const timed = (step) => {
    const begun = performance.now()
    const times = []
    while (times.length < 2000 && performance.now() - begun < 1500) {
      const start = performance.now()
      if (!bench.run(step, times.length)) return 'refused'
      times.push(performance.now() - start)
    }
    return times.sort((one, other) => one - other)[times.length >> 1].toFixed(3)
  }
  // Comparing rulebooks is for the command, so a page needs no memory for it.
  const names = bench.names().split(' ').filter((name) => name !== 'compare')
  const found = names.map(timed)
  const megabytes = (memory.buffer.byteLength / 1048576).toFixed(1)
  return [...found, timed('compare'), megabytes]
}

const real = (bench, memory, files) => {
  const begun = performance.now()
  const count = bench.read(files)
  const times = []
  for (let at = 0; at < count; at++) {
    // Other programs of the machine cut in now and then, so each is done three times; the middle one counts.
    const three = [0, 1, 2].map(() => {
      const start = performance.now()
      bench.step(at)
      return performance.now() - start
    })
    times.push(three.sort((one, other) => one - other)[1])
  }
  return { times, memory: memory.buffer.byteLength / 1048576, loaded: performance.now() - begun }
}

const sources = async (folder, below = '') => {
  const files = []
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const name = below + entry.name
    if (entry.isDirectory()) files.push(...(await sources(folder, name + '/')))
    else if (name.endsWith('.gate')) files.push(name, await readFile(join(folder, name), 'utf8'))
  }
  return files
}

try {
  console.log(`milliseconds in Chromium ${browser.version()}, the median of many runs; memory of the instance in MB`)
  const names = await fresh((bench) => bench.names().split(' '))
  const line = (cells) => console.log(cells.map((cell) => String(cell).padStart(10)).join(''))
  line(['objectives', ...names, 'memory'])
  for (const size of sizes.length ? sizes.map(Number) : [4, 100, 1000, 10000]) line([size, ...(await fresh(generated, size))])
  const { times, memory } = await fresh(real, await sources(rules))
  const sorted = [...times].sort((one, other) => one - other)
  const share = (part) => sorted[Math.floor((sorted.length - 1) * part)].toFixed(2)
  console.log(
    `${rules}: after each of ${times.length} answers outcome, relevance and next question together: median ${share(0.5)}, ` +
      `99 of 100 within ${share(0.99)}, most ${share(1)}; ${times.filter((time) => time > 16.7).length} over 16.7; memory ${memory.toFixed(1)} MB`,
  )
} finally {
  await browser.close()
  server.close()
}
