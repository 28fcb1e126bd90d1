import { expect, it } from 'vitest'

import { extraFilters, withField } from './filterWords'

it('says each filter in words, with the way to take it off', () => {
  const search = { 'attributes.Colour': 'red', empty: 'price,attributes.Size', created_after: '2026-11-25' } as const
  expect(extraFilters(search)).toEqual([
    { id: 'created_after', label: 'Created since', value: 'Nov 25, 2026', without: { created_after: undefined } },
    { id: 'attributes.Colour', label: 'Colour', value: 'red', without: { 'attributes.Colour': undefined } },
    { id: 'empty price', label: 'Price', value: 'empty', without: { empty: 'attributes.Size' } },
    { id: 'empty attributes.Size', label: 'Size', value: 'empty', without: { empty: 'price' } },
  ])
  expect(extraFilters({ q: 'lamp', active: true })).toEqual([])
})

it('adds a field once', () => {
  expect(withField({ empty: 'price' }, 'empty', 'description')).toEqual({ empty: 'price,description' })
  expect(withField({ empty: 'price' }, 'empty', 'price')).toEqual({ empty: 'price' })
})
