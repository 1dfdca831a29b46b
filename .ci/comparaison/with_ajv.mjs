// ajv and csv-parse, or ajv alone on NDJSON, with the JSON Schemas that are published: prints `row,column`.
// The schema says nothing of other rows: identifiers are compared here, as whoever uses ajv would.
import { createReadStream, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const require = createRequire(new URL('../../target/peers/node/package.json', import.meta.url))
const Ajv = require('ajv').default
const addFormats = require('ajv-formats').default
const { parse } = require('csv-parse')

const path = process.argv[2]
const isJson = path.endsWith('.ndjson')
const schema = JSON.parse(readFileSync(`generated/json-schema/${isJson ? 'lieu' : 'ligne-csv'}.schema.json`, 'utf8'))
const ajv = new Ajv({ allErrors: true, strict: false })
addFormats(ajv)
const validate = ajv.compile(schema)
const seen = new Set()
const out = []

function check(place, row) {
  if (!validate(place)) {
    const columns = new Set(validate.errors.map((error) => error.instancePath.split('/')[1] ?? error.params.missingProperty))
    for (const column of columns) out.push(`${row},${column}`)
  }
  if (place.id && seen.has(place.id)) out.push(`${row},id`)
  seen.add(place.id)
}

async function* objects() {
  for await (const line of createInterface({ input: createReadStream(path) })) yield JSON.parse(line)
}

async function* rows() {
  let header
  for await (const cells of createReadStream(path).pipe(parse({ relax_column_count: true }))) {
    if (!header) {
      header = cells
      continue
    }
    const place = {}
    for (let i = 0; i < header.length; i++) place[header[i]] = cells[i] ?? ''
    if (cells.length !== header.length) out.push(`${row},`)
    yield place
  }
}

let row = 2
for await (const place of isJson ? objects() : rows()) check(place, row++)
process.stdout.write(out.join('\n') + '\n')
