import { formatCount } from '@/lib/format'

import type { ImportOptions } from '../api/types'

export const MODES: Record<ImportOptions['mode'], string> = {
  upsert: 'Create new products and update known ones',
  create: 'Only create new ones; known SKUs are skipped',
  update: 'Only update known ones; new SKUs are skipped',
}

export const DUPLICATES: Record<ImportOptions['on_duplicate'], string> = {
  last: 'Keep the last row',
  first: 'Keep the first row',
  reject: 'Keep neither: all its rows are rejected',
}

export const BLANKS: Record<'clear' | 'keep', string> = {
  clear: 'It empties the field',
  keep: 'It leaves the field as it is',
}

export const MISSING: Record<ImportOptions['missing'], string> = {
  ignore: 'Nothing: they stay as they are',
  deactivate: 'They are switched to inactive',
  delete: 'They move to the trash',
}

export const ERRORS = {
  skip: 'Leave them out and import the rest',
  limit: 'Leave them out, as long as they are few',
  abort: 'Import nothing at all',
} as const

export type ErrorRule = keyof typeof ERRORS

export const NUMBERS = {
  found: 'As was found in the file',
  point: 'With a point: 1,234.56',
  comma: 'With a comma: 1.234,56',
} as const

const USUAL_LIMIT = 100

export function errorRuleOf({ on_error, max_errors }: Pick<ImportOptions, 'on_error' | 'max_errors'>): ErrorRule {
  if (max_errors != null) return 'limit'
  return on_error === 'abort' ? 'abort' : 'skip'
}

/** The options behind an answer; a limit keeps the number it had. */
export function errorOptions(rule: ErrorRule, before: Pick<ImportOptions, 'max_errors'>): Pick<ImportOptions, 'on_error' | 'max_errors'> {
  if (rule === 'limit') return { on_error: 'skip', max_errors: before.max_errors ?? USUAL_LIMIT }
  return { on_error: rule, max_errors: null }
}

/** A sentence for each rule that is not the usual one. */
export function rulesInWords(options: ImportOptions): string[] {
  const { mode, on_duplicate: duplicate, missing, number_format: numbers, price_alert_percent: alert } = options
  const sentences = [
    mode !== 'upsert' && `${MODES[mode]}.`,
    duplicate !== 'last' && `If a SKU occurs twice: ${lower(DUPLICATES[duplicate])}.`,
    blankInWords(options.blank),
    numbers && `Prices are read ${lower(NUMBERS[numbers])}.`,
    missing !== 'ignore' && `Products that are not in the file: ${lower(MISSING[missing])}.`,
    errorsInWords(options),
    alert == null && 'No warning of prices that move far.',
    options.confirm && 'What would change is always shown first.',
  ]
  return sentences.filter((sentence) => typeof sentence === 'string')
}

function blankInWords(blank: ImportOptions['blank']): string | false {
  if (blank === 'clear') return false
  if (blank === 'keep') return 'An empty cell leaves the field as it is.'
  const kept = Object.keys(blank).filter((key) => blank[key] === 'keep')
  return kept.length > 0 && `An empty cell leaves the field as it is in ${kept.join(', ')}.`
}

function errorsInWords(options: ImportOptions): string | false {
  const rule = errorRuleOf(options)
  if (rule === 'abort') return 'One row that cannot go in stops the whole import.'
  return rule === 'limit' && `More than ${formatCount(options.max_errors ?? 0)} rows that cannot go in stop the whole import.`
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
