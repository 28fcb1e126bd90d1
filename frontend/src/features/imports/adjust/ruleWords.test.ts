import { expect, it } from 'vitest'

import type { ImportOptions } from '../api/types'
import { errorOptions, errorRuleOf, rulesInWords } from './ruleWords'

const usual: ImportOptions = {
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

it('the usual rules need no words', () => expect(rulesInWords(usual)).toEqual([]))

it('each rule that differs is a sentence', () => {
  const rules = rulesInWords({ ...usual, mode: 'update', blank: { Price: 'keep', Name: 'clear' }, missing: 'delete', max_errors: 1200 })
  expect(rules).toEqual([
    'Only update known ones; new SKUs are skipped.',
    'An empty cell leaves the field as it is in Price.',
    'Products that are not in the file: they move to the trash.',
    'More than 1,200 rows that cannot go in stop the whole import.',
  ])
})

it('the answer about bad rows and its options agree', () => {
  for (const rule of ['skip', 'limit', 'abort'] as const) expect(errorRuleOf(errorOptions(rule, usual))).toBe(rule)
  expect(errorOptions('limit', { max_errors: 7 })).toEqual({ on_error: 'skip', max_errors: 7 })
})
