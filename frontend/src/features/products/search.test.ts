import { expect, it } from 'vitest'

import { fieldList, fieldsIn, filtered, isFiltered, productsSearch, toSort, unfiltered } from './search'

it('reads what makes sense and drops what does not', () => {
  const url = { q: '00123', active: 'false', sort: '-price', page: '3', limit: '100', product: '42', trashed: 'only', created_after: '2026-11-01' }
  expect(productsSearch(url)).toEqual({
    q: '00123',
    active: false,
    sort: '-price',
    page: 3,
    limit: 100,
    product: 42,
    trashed: 'only',
    created_after: '2026-11-01',
  })
  const nonsense = { q: '', active: 'maybe', sort: 'colour', page: '0', limit: '7', product: '-1', trashed: 'any', created_after: 'soon', 'attributes.': 'x', view: 'mine' }
  expect(productsSearch(nonsense)).toEqual({})
})

it('is its own inverse', () => {
  const search = productsSearch({ q: 'lamp', active: 'true', page: '2', product: 'new', 'attributes.Colour': 'red', empty: 'price' })
  expect(productsSearch({ ...search })).toEqual(search)
})

it('another filter goes back to the first page and keeps the rest', () => {
  expect(filtered({ q: 'lamp', page: 4, sort: 'sku' }, { active: true })).toEqual({ q: 'lamp', sort: 'sku', active: true })
  expect(unfiltered({ q: 'lamp', active: true, 'attributes.Colour': 'red', sort: 'sku', trashed: 'only' })).toEqual({ sort: 'sku', trashed: 'only' })
})

it('the trash and the order are no filters, an attribute is one', () => {
  expect(isFiltered({ sort: 'sku', trashed: 'only' })).toBe(false)
  expect(isFiltered({ active: false })).toBe(true)
  expect(isFiltered({ 'attributes.Colour': 'red' })).toBe(true)
})

it('a list of fields survives the names that people give to attributes', () => {
  const fields = ['price', 'attributes.Size, large', 'attributes.100%2C']
  expect(fieldsIn(fieldList(fields))).toEqual(fields)
  expect(fieldsIn(undefined)).toEqual([])
  expect(fieldList([])).toBeUndefined()
})

it('sorts only by what the list can be sorted by', () => {
  expect(toSort('price', true)).toBe('-price')
  expect(toSort('attributes.Colour', false)).toBeUndefined()
})
