// Fails when what a first visit downloads is over its budget; sizes are gzip, as a server or proxy would send them.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const JS_BUDGET_KB = 250
const CSS_BUDGET_KB = 40

const ui = new URL(`${process.env.UI_OUT_DIR ?? '../src/product_importer/ui'}/`, new URL('../', import.meta.url))
const manifestFile = new URL('assets/manifest.json', ui)
if (!existsSync(manifestFile)) {
  console.error(`No build in ${fileURLToPath(ui)}. Run \`npm run build\` first.`)
  process.exit(1)
}
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
const compressed = (file) => gzipSync(readFileSync(new URL(file, ui)), { level: 6 }).length / 1000

function reachable(name, seen = new Set()) {
  if (!seen.has(name)) {
    seen.add(name)
    for (const next of manifest[name].imports ?? []) reachable(next, seen)
  }
  return seen
}

const entry = Object.keys(manifest).find((name) => manifest[name].isEntry)
const shell = reachable(entry)
const pages = Object.keys(manifest).filter((name) => manifest[name].isDynamicEntry)
const weigh = (names) => ({
  js: sum([...names].map((name) => manifest[name].file).filter((file) => file.endsWith('.js'))),
  css: sum([...new Set([...names].flatMap((name) => manifest[name].css ?? []))]),
})
const sum = (files) => files.reduce((total, file) => total + compressed(file), 0)

const rows = [['first paint of the shell', weigh(shell)]]
for (const page of pages) rows.push([page.replace('src/', ''), weigh(new Set([...shell, ...reachable(page)]))])
for (const [name, { js, css }] of rows) {
  console.log(`${name.padEnd(56)} ${js.toFixed(1).padStart(7)} kB JS ${css.toFixed(1).padStart(6)} kB CSS`)
}
const scripts = readdirSync(new URL('assets/', ui)).filter((file) => file.endsWith('.js'))
console.log(`${scripts.length} scripts in all`)

const over = rows.filter(([, { js, css }]) => js > JS_BUDGET_KB || css > CSS_BUDGET_KB)
if (over.length > 0) {
  console.error(`Over the budget of ${JS_BUDGET_KB} kB JS and ${CSS_BUDGET_KB} kB CSS: ${over.map(([name]) => name).join(', ')}`)
  process.exit(1)
}
