import { expect, it } from 'vitest'

import { filtered, isFiltered, nextSort, productsSearch, unfiltered } from './search'

it('reads what makes sense and drops what does not', () => {
  const url = { q: '00123', active: 'false', sort: '-price', page: '3', limit: '100', product: '42' }
  expect(productsSearch(url)).toEqual({ q: '00123', active: false, sort: '-price', page: 3, limit: 100, product: 42 })
  expect(productsSearch({ q: '', active: 'maybe', sort: 'colour', page: '0', limit: '7', product: '-1' })).toEqual({})
})

it('is its own inverse', () => {
  const search = productsSearch({ q: 'lamp', active: 'true', page: '2', product: 'new' })
  expect(productsSearch({ ...search })).toEqual(search)
})

it('another filter goes back to the first page and keeps the rest', () => {
  expect(filtered({ q: 'lamp', page: 4, sort: 'sku' }, { active: true })).toEqual({ q: 'lamp', sort: 'sku', active: true })
  expect(unfiltered({ q: 'lamp', active: true, sort: 'sku' })).toEqual({ sort: 'sku' })
  expect(isFiltered({ sort: 'sku' })).toBe(false)
  expect(isFiltered({ active: false })).toBe(true)
})

it('a header sorts up, then down, then not', () => {
  expect(nextSort(undefined, 'price')).toBe('price')
  expect(nextSort('price', 'price')).toBe('-price')
  expect(nextSort('-price', 'price')).toBe('-created_at')
})
