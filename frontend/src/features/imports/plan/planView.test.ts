import { expect, it } from 'vitest'

import type { ImportOptions, Plan, PlanSample } from '../api/types'
import { answerTo, cellsOf, changedFields, fieldWord, filtered } from './planView'

const updated: PlanSample = {
  outcome: 'updated',
  row: 3,
  sku: 'A-3',
  product_id: 3,
  before: { sku: 'A-3', name: 'Lamp', price: '12.50', attributes: '{"Colour": "red", "Size": "L"}' },
  after: { sku: 'A-3', name: 'Lamp', price: '9.90', attributes: '{"Size": "L"}' },
  fields: ['price', 'attributes'],
}
const created: PlanSample = { outcome: 'created', row: 4, sku: 'A-4', product_id: null, before: null, after: { sku: 'A-4', name: 'Desk', price: null }, fields: [] }

it('a known product shows what changes, a new one what it gets', () => {
  expect(cellsOf(updated)).toEqual([
    { field: 'price', before: '12.50', after: '9.90', changed: true },
    { field: 'attributes.Colour', before: 'red', after: null, changed: true },
  ])
  expect(cellsOf(created)).toEqual([{ field: 'name', before: null, after: 'Desk', changed: false }])
})

it('both filters narrow together', () => {
  expect(filtered([updated, created], { show: 'created', field: undefined })).toEqual([created])
  expect(filtered([updated, created], { show: undefined, field: 'price' })).toEqual([updated])
  expect(filtered([updated, created], { show: 'created', field: 'price' })).toEqual([])
})

it('the field that changes most stands first', () => {
  const plan = { fields: { name: 2, price: 40, active: 0 } } as unknown as Plan
  expect(changedFields(plan)).toEqual([
    ['price', 40],
    ['name', 2],
  ])
  expect(fieldWord('attributes.Colour')).toBe('Colour')
})

it('answers prices with the other way of writing them', () => {
  const warning = { code: 'price_drop', message: '', count: 1, samples: [] }
  const options = { number_format: null } as ImportOptions
  expect(answerTo(warning, options, 'comma')?.options).toEqual({ number_format: 'point' })
  expect(answerTo({ ...warning, code: 'sku_date' }, options, 'comma')).toBeUndefined()
})
