// Cuts govuk-frontend's fixtures down to what tests/it/render.rs reads, one fixture a line.
//
// Usage: npm install --prefix /some/empty/directory govuk-frontend@VERSION
//        node tests/govuk/trim.mjs /some/empty/directory/node_modules/govuk-frontend
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const components = [
  'back-link', 'button', 'checkboxes', 'date-input', 'details', 'error-message', 'error-summary', 'fieldset', 'hint',
  'input', 'inset-text', 'label', 'radios', 'summary-list', 'table', 'tag', 'warning-text'
]

const [from] = process.argv.slice(2)
if (!from) {
  console.error('Say where govuk-frontend is: node tests/govuk/trim.mjs node_modules/govuk-frontend')
  process.exit(1)
}
for (const component of components) {
  const source = join(from, 'dist/govuk/components', component, 'fixtures.json')
  const { fixtures } = JSON.parse(readFileSync(source, 'utf8'))
  const lines = fixtures.map(({ name, options, html }) => JSON.stringify({ name, options, html }))
  writeFileSync(join(import.meta.dirname, `${component}.json`), `[\n${lines.join(',\n')}\n]\n`)
}
const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'))
console.log(`${components.length} components of govuk-frontend ${version}`)
