import { expect, it } from 'vitest'

import { messageFor } from '@/lib/api/error'

import type { Product } from '../api/types'
import { createOf, draftOf, EMPTY_DRAFT, isChanged, patchOf, problemsIn } from './draft'

const product: Product = {
  id: 7,
  sku: 'AB-1',
  name: 'Lamp',
  description: null,
  price: '12.50',
  active: true,
  attributes: { Colour: 'red', Size: 'L' },
  created_at: '2026-11-21T12:00:00Z',
  updated_at: '2026-11-21T12:00:00Z',
  deleted_at: null,
}
const draft = draftOf(product)

it('an untouched form changes nothing', () => {
  expect(patchOf(product, draft)).toEqual({})
  expect(isChanged(product, draft)).toBe(false)
  expect(isChanged(undefined, EMPTY_DRAFT)).toBe(false)
})

it('a patch holds only what differs; a cleared field is null', () => {
  expect(patchOf(product, { ...draft, name: 'Desk lamp', price: ' ' })).toEqual({ name: 'Desk lamp', price: null })
})

it('a removed attribute is null, a renamed one is both', () => {
  const [colour, size] = draft.attributes
  if (!colour || !size) throw new Error('the draft has two attributes')
  expect(patchOf(product, { ...draft, attributes: [size] })).toEqual({ attributes: { Colour: null } })
  expect(patchOf(product, { ...draft, attributes: [{ ...colour, name: 'Color' }, size] })).toEqual({
    attributes: { Colour: null, Color: 'red' },
  })
})

it('a new product leaves blank attributes out and keeps the price as text', () => {
  const attributes = [
    { id: 0, name: ' Colour ', value: 'red' },
    { id: 1, name: 'Size', value: ' ' },
  ]
  expect(createOf({ ...EMPTY_DRAFT, sku: ' AB-2 ', name: 'Lamp', price: '0.10', attributes })).toEqual({
    sku: 'AB-2',
    name: 'Lamp',
    description: null,
    price: '0.10',
    active: true,
    attributes: { Colour: 'red' },
  })
})

it('an attribute that would be lost is a problem', () => {
  const twice = [
    { id: 0, name: 'Colour', value: 'red' },
    { id: 1, name: 'Colour', value: 'blue' },
  ]
  expect(messageFor(problemsIn({ ...draft, attributes: twice }), 'attributes')).toContain('Colour')
  expect(messageFor(problemsIn({ ...draft, attributes: [{ id: 0, name: '', value: 'red' }] }), 'attributes')).toContain('no name')
  expect(problemsIn(draft)).toEqual([])
})

it('a problem of a nested field belongs to its field', () => {
  expect(messageFor([{ field: 'attributes.Colour', code: 'nul_byte', message: 'NUL' }], 'attributes')).toBe('NUL')
})
