// Writes src/lib/api/schema.d.ts from the API's own OpenAPI document.
// Usage: npm run generate [-- openapi.json]; without a file the application is asked (PYTHON names the interpreter).
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

import openapiTS, { astToString } from 'openapi-typescript'

const TARGET = new URL('../src/lib/api/schema.d.ts', import.meta.url)
const ASK = 'import json; from product_importer.main import create_app; print(json.dumps(create_app().openapi()))'
const NOTICE = '// Generated from the OpenAPI document by `npm run generate`. Do not edit.\n\n'

const document = process.argv[2] ? readFileSync(process.argv[2], 'utf8') : askTheApplication()
const types = await openapiTS(JSON.parse(document), { alphabetize: true, defaultNonNullable: true })
writeFileSync(TARGET, NOTICE + astToString(types))

function askTheApplication() {
  const inEnvironment = new URL('../../.venv/bin/python', import.meta.url).pathname
  const python = process.env.PYTHON ?? (existsSync(inEnvironment) ? inEnvironment : 'python3')
  return execFileSync(python, ['-c', ASK], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
}
