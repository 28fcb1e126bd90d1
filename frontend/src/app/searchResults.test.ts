import { expect, it } from 'vitest'

import { foundIn } from './searchResults'

const imports = new Map([
  ['1', 'spring catalogue.csv'],
  ['2', 'autumn.csv'],
])

it('finds products, then imports and pages that have every word', () => {
  const found = foundIn('catalogue spring', [{ id: 7, sku: 'A-7', name: 'Spring lamp' }], imports)
  expect(found.map(({ to }) => to)).toEqual(['/products?product=7', '/imports/1'])
  expect(foundIn('jobs', [], imports).map(({ to }) => to)).toEqual(['/jobs'])
})

it('offers recent imports and every page before anything is typed', () => {
  expect(foundIn('', [], imports)).toHaveLength(7)
})
