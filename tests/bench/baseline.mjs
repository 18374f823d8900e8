// node tests/bench/baseline.mjs [N...]: the workload of src/workload.rs, judged by hand-written loops over
// arrays and sets. Prints milliseconds for compile (JSON and sets), decide and explain; median of many.
const BODIES = 50, POOL = 100, FLAGS = 6
const numbers = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
const pick = (next, limit, count) => {
  const all = Array.from({ length: limit }, (_, at) => at)
  for (let at = 0; at < count; at++) {
    const other = at + Math.floor(next() * (limit - at))
    ;[all[at], all[other]] = [all[other], all[at]]
  }
  return all.slice(0, count).sort((one, other) => one - other)
}
const objectives = (count) => {
  const next = numbers(20171)
  return Array.from({ length: count }, (_, id) => ({
    id, disclosers: pick(next, BODIES, 15).map((b) => 's-' + (b + 1)), recipients: pick(next, BODIES, 15).map((b) => 's-' + (b + 1)),
    conditions: pick(next, POOL, 20).map((c) => 'conditions-' + c), flags: pick(next, FLAGS, 3).map((f) => 'flags-' + f),
  }))
}
const shares = (rules) => {
  const next = numbers(7)
  return Array.from({ length: 200 }, (_, number) => {
    const share = { discloser: 's-' + (1 + Math.floor(next() * BODIES)), recipient: 's-' + (1 + Math.floor(next() * BODIES)) }
    share.conditions = pick(next, POOL, 2 + Math.floor(next() * 14)).map((c) => 'conditions-' + c)
    share.flags = next() < 0.4 ? ['flags-' + Math.floor(next() * FLAGS)] : []
    const rule = rules[Math.floor(next() * rules.length)]
    if (number % 2 === 0) {
      share.discloser = rule.disclosers[Math.floor(next() * 15)]
      share.recipient = rule.recipients[Math.floor(next() * 15)]
      share.conditions = [...new Set([...share.conditions, ...rule.conditions.slice(3, 6)])]
      share.flags = []
    }
    return share
  })
}
const compile = (text) => JSON.parse(text).map((rule) => ({ ...rule, d: new Set(rule.disclosers), r: new Set(rule.recipients) }))
const decide = (rules, share) => {
  const conditions = new Set(share.conditions), flags = new Set(share.flags), fits = []
  for (const rule of rules) {
    if (!rule.d.has(share.discloser) || !rule.r.has(share.recipient)) continue
    let met = 0
    for (const condition of rule.conditions) if (conditions.has(condition)) met++
    if (met >= 2 && !rule.flags.some((flag) => flags.has(flag))) fits.push(rule.id)
  }
  return fits
}
const explain = (rules, share) => {
  const conditions = new Set(share.conditions), flags = new Set(share.flags)
  return rules.map((rule) => {
    const d = rule.d.has(share.discloser), r = rule.r.has(share.recipient)
    const matched = rule.conditions.filter((one) => conditions.has(one)), excluded = rule.flags.filter((one) => flags.has(one))
    return { id: rule.id, ok: d && r && matched.length >= 2 && excluded.length === 0, d, r, matched, excluded }
  })
}
const timed = (step) => {
  const begun = performance.now(), times = []
  while (times.length < 2000 && performance.now() - begun < 1500) {
    const start = performance.now()
    step(times.length)
    times.push(performance.now() - start)
  }
  return times.sort((one, other) => one - other)[times.length >> 1]
}
const sizes = process.argv.slice(2).map(Number)
console.log('objectives    compile     decide    explain')
for (const size of sizes.length ? sizes : [4, 100, 1000, 10000]) {
  const plain = objectives(size), asked = shares(plain), text = JSON.stringify(plain), rules = compile(text)
  const times = [timed(() => compile(text)), timed((run) => decide(rules, asked[run % 200])), timed((run) => explain(rules, asked[run % 200]))]
  console.log(String(size).padStart(10), ...times.map((time) => time.toFixed(3).padStart(10)))
}
