import { expect, test } from 'vitest'

import type { FieldChange, HistoryEntry, Product } from '../api/types'
import { putBack } from './putBack'

const LAMP: Product = {
  id: 1,
  sku: 'lamp-1',
  name: 'Lamp',
  description: null,
  price: '12.50',
  active: true,
  attributes: { colour: 'blue', weight: '1 kg' },
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  deleted_at: null,
}

function entry(event: HistoryEntry['event'], ...changes: [string, FieldChange['before'], FieldChange['after']][]): HistoryEntry {
  const told = changes.map(([field, before, after]) => ({ field, before, after }))
  return { id: '1-1', event, at: LAMP.created_at, actor: 'local', job_id: null, job_kind: null, changes: told }
}

test('every field and attribute gets its former value, and what was added goes', () => {
  const change = entry(
    'product.updated',
    ['price', '9.99', '12.50'],
    ['description', 'Warm', null],
    ['attributes.colour', 'red', 'blue'],
    ['attributes.weight', null, '1 kg'],
  )
  expect(putBack(LAMP, change)).toEqual({ price: '9.99', description: 'Warm', attributes: { colour: 'red', weight: null } })
})

test('what the product has again already is left alone', () => {
  expect(putBack(LAMP, entry('product.updated', ['price', '12.50', '9.99'], ['name', 'Desk lamp', 'Lamp']))).toEqual({ name: 'Desk lamp' })
  expect(putBack(LAMP, entry('product.updated', ['price', '12.50', '9.99']))).toBeUndefined()
})

test('only a change of fields can be put back', () => {
  expect(putBack(LAMP, entry('product.created', ['name', null, 'Lamp']))).toBeUndefined()
  expect(putBack(LAMP, entry('product.deleted'))).toBeUndefined()
})
