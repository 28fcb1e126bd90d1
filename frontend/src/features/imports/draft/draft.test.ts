import { describe, expect, it } from 'vitest'

import type { ImportOptions } from '../api/types'
import { decisionsOf, effectiveMapping, optionDecisions } from './draft'

const column = (key: string, suggestion: string | null) => ({ key, header: key, sample: [], suggestion })
const columns = [column('Code', 'sku'), column('Title', 'name'), column('EAN', null)]
const suggested = { Code: 'sku', Title: 'name', EAN: null }

describe('the mapping of a draft', () => {
  it('is the suggestion while nothing was decided', () => {
    expect(effectiveMapping(columns, suggested, {})).toEqual(suggested)
  })

  it('takes a field away from the column it was suggested for', () => {
    expect(effectiveMapping(columns, suggested, { EAN: 'sku' })).toEqual({ Code: 'attributes.Code', Title: 'name', EAN: 'sku' })
  })

  it('forgets decisions about columns that another delimiter or sheet has done away with', () => {
    expect(effectiveMapping(columns, suggested, { 'Code;Title': 'sku' })).toEqual(suggested)
  })

  it('comes back from its own decisions', () => {
    const wanted = { Code: 'attributes.Code', Title: null, EAN: 'sku' }
    expect(effectiveMapping(columns, suggested, decisionsOf(columns, suggested, wanted))).toEqual(wanted)
  })
})

it('only the rules that differ are decisions', () => {
  const rules: ImportOptions = {
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
  expect(optionDecisions(rules, { ...rules, mode: 'create', blank: { Price: 'keep' } })).toEqual({ mode: 'create', blank: { Price: 'keep' } })
})
