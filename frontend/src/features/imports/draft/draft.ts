import type { ImportOptions, Mapping, Upload, UploadColumn } from '../api/types'
import { attributeTarget, isField } from './mapping'

/** What a person has decided about an upload and not imported yet; only what differs from the suggestion is kept. */
export interface Draft {
  mapping: Mapping
  options: Partial<ImportOptions>
  /** The import that shows what would change, while it waits to be confirmed. */
  check?: string | undefined
}

export const NO_DRAFT: Draft = { mapping: {}, options: {} }

/**
 * The mapping that will be used: decisions over suggestions, for the columns the file has now. A field that a decision
 * gives to one column is taken from the column it was suggested for.
 */
export function effectiveMapping(columns: UploadColumn[], suggested: Mapping, decided: Mapping): Mapping {
  const given = new Set(columns.flatMap(({ key }) => (isField(decided[key]) ? [decided[key]] : [])))
  return Object.fromEntries(
    columns.map((column) => {
      const { key } = column
      if (key in decided) return [key, decided[key] ?? null]
      const target = suggested[key] ?? null
      return [key, isField(target) && given.has(target) ? attributeTarget(column) : target]
    }),
  )
}

/** The decisions that lead from the suggestion to `mapping`. */
export function decisionsOf(columns: UploadColumn[], suggested: Mapping, mapping: Mapping): Mapping {
  const changed = columns.filter(({ key }) => (mapping[key] ?? null) !== (suggested[key] ?? null))
  return Object.fromEntries(changed.map(({ key }) => [key, mapping[key] ?? null]))
}

/** What the server takes for an option that is not given. */
const USUAL_OPTIONS: ImportOptions = {
  mode: 'upsert',
  on_duplicate: 'last',
  blank: 'clear',
  on_error: 'skip',
  max_errors: null,
  number_format: null,
  missing: 'ignore',
  dry_run: false,
  confirm: false,
  price_alert_percent: 50,
  missing_alert_percent: 20,
}

export function suggestedOptions({ suggested_options: suggested }: Pick<Upload, 'suggested_options'>): ImportOptions {
  return { ...USUAL_OPTIONS, ...suggested }
}

/** Only what differs from the suggestion, so that a later profile or default still shows. */
export function optionDecisions(suggested: ImportOptions, options: ImportOptions): Partial<ImportOptions> {
  const differs = ([name, value]: [string, unknown]) => JSON.stringify(value) !== JSON.stringify(suggested[name as keyof ImportOptions])
  return Object.fromEntries(Object.entries(options).filter(differs))
}
