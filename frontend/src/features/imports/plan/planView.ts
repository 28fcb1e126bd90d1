import { isOutcome, type Outcome } from '@/components/outcomes'

import type { ImportOptions, Plan, PlanSample, PlanWarning } from '../api/types'

/** What is shown of a plan's samples; both filters stand in the URL. */
export interface PlanFilter {
  show: Outcome | undefined
  field: string | undefined
}

const ATTRIBUTE = 'attributes.'

const FIELD_WORDS: Record<string, string> = { sku: 'SKU', name: 'Name', description: 'Description', price: 'Price', active: 'Active', attributes: 'Attributes' }

/** "Price", "Colour", "Attributes": a field's own word, an attribute's own name. */
export function fieldWord(field: string): string {
  return FIELD_WORDS[field] ?? (field.replace(/^attributes\./, '') || 'Attributes')
}

export function filtered(samples: PlanSample[], { show, field }: PlanFilter): PlanSample[] {
  return samples.filter((sample) => (show === undefined || sample.outcome === show) && (field === undefined || sample.fields.includes(field)))
}

/** Fields by how many products change in them, the most first. */
export function changedFields(plan: Plan): [string, number][] {
  return Object.entries(plan.fields)
    .filter(([, products]) => products > 0)
    .toSorted(([, few], [, many]) => many - few)
}

export interface CellChange {
  field: string
  before: string | null
  after: string | null
  changed: boolean
}

/** A sample's cells: for a known product those that change, for a new one those that get a value; attributes one by one. */
export function cellsOf({ before, after, fields }: PlanSample): CellChange[] {
  const [former, next] = [cellTexts(before), cellTexts(after)]
  const cells = [...new Set([...Object.keys(former), ...Object.keys(next)])]
    .filter((field) => field !== 'sku')
    .map((field) => ({ field, before: former[field] ?? null, after: next[field] ?? null, changed: fieldChanges(field, fields) && former[field] !== next[field] }))
    .filter((cell) => cell.before !== null || cell.after !== null)
  return before ? cells.filter(({ changed }) => changed) : cells
}

function fieldChanges(field: string, fields: string[]): boolean {
  return fields.includes(field) || (field.startsWith(ATTRIBUTE) && fields.includes('attributes'))
}

/** A product's fields as text, its attributes each under its own name. */
function cellTexts(product: PlanSample['after']): Record<string, string | null> {
  const { attributes, ...fields } = product ?? {}
  return { ...fields, ...Object.fromEntries(Object.entries(attributesIn(attributes)).map(([name, value]) => [ATTRIBUTE + name, value])) }
}

/** Attributes are given as the text of a JSON object; a long one is cut, and shown as it stands. */
function attributesIn(text: string | null | undefined): Record<string, string> {
  if (text == null) return {}
  try {
    return JSON.parse(text) as Record<string, string>
  } catch {
    return { '': text }
  }
}

export interface Answer {
  label: string
  options: Partial<ImportOptions>
}

/** What can be done about a warning with one click: a check anew under another rule. */
export function answerTo({ code }: PlanWarning, options: ImportOptions, found: 'point' | 'comma'): Answer | undefined {
  if (code === 'price_drop' || code === 'price_rise') {
    const other = (options.number_format ?? found) === 'comma' ? 'point' : 'comma'
    return { label: `Read prices as ${other === 'comma' ? '1.234,56' : '1,234.56'}`, options: { number_format: other } }
  }
  if (code === 'missing_share' || code === 'missing_blocked') return { label: 'Leave missing products as they are', options: { missing: 'ignore' } }
  return undefined
}

/** How to mend in the file what no rule can mend. */
export function adviceOn({ code }: PlanWarning): string | undefined {
  if (code === 'sku_scientific' || code === 'sku_date') {
    return 'A spreadsheet has rewritten these SKUs. Format the column as text there, restore them from the source, and upload the file again.'
  }
  if (code === 'sku_leading_zero') {
    return 'A spreadsheet has probably taken leading zeros off. Format the column as text there, restore them from the source, and upload the file again; as it is, second products are made.'
  }
  return undefined
}

export function readFilter(search: { show?: string; field?: string }): PlanFilter {
  return { show: isOutcome(search.show) ? search.show : undefined, field: search.field }
}
