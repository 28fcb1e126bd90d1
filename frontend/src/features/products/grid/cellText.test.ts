import { expect, it } from 'vitest'

import type { Product } from '../api/types'
import { patchOf, textOf, withText } from './cellText'

const LAMP: Product = {
  id: 7,
  sku: 'AB-1',
  name: 'Lamp',
  description: null,
  price: '12.50',
  active: true,
  attributes: { Colour: 'red' },
  created_at: '2026-11-21T12:00:00Z',
  updated_at: '2026-11-21T12:00:00Z',
  deleted_at: null,
}

it('a cell is text, and blank where there is nothing', () => {
  expect(['sku', 'price', 'description', 'active', 'attributes.Colour', 'attributes.Size'].map((column) => textOf(LAMP, column))).toEqual([
    'AB-1',
    '12.50',
    '',
    'true',
    'red',
    '',
  ])
})

it('what a cell says already asks for nothing', () => {
  expect(patchOf(LAMP, 'name', 'Lamp')).toBeUndefined()
  expect(patchOf(LAMP, 'price', ' 12.50 ')).toBeUndefined()
  expect(patchOf(LAMP, 'attributes.Size', '')).toBeUndefined()
})

it('blank clears what may be blank, and is sent as it is where it may not', () => {
  expect(patchOf(LAMP, 'price', ' ')).toEqual({ price: null })
  expect(patchOf(LAMP, 'attributes.Colour', '')).toEqual({ attributes: { Colour: null } })
  expect(patchOf(LAMP, 'name', '')).toEqual({ name: '' })
})

it('shows what will be saved before it is', () => {
  expect(withText(LAMP, 'active', 'false').active).toBe(false)
  expect(withText(LAMP, 'attributes.Size', 'L').attributes).toEqual({ Colour: 'red', Size: 'L' })
  expect(withText(LAMP, 'attributes.Colour', '').attributes).toEqual({})
})
