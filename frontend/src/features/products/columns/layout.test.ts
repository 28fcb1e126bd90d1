import { expect, it } from 'vitest'

import { DEFAULT_LAYOUT, moved, placed, readLayout, shownColumns, toggled } from './layout'

it('what was kept is read back, and what makes no sense is dropped', () => {
  const kept = { columns: ['price', 'attributes.Colour', 'price', 'weight'], widths: { price: 90, name: 3 } }
  expect(readLayout(JSON.stringify(kept), DEFAULT_LAYOUT)).toEqual({ columns: ['price', 'attributes.Colour'], widths: { price: 90 } })
  expect(readLayout('no json', DEFAULT_LAYOUT)).toBe(DEFAULT_LAYOUT)
  expect(readLayout(null, DEFAULT_LAYOUT)).toBe(DEFAULT_LAYOUT)
})

it('a column goes, comes back last, and moves within its bounds', () => {
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
  expect(toggled(['b'], 'a')).toEqual(['b', 'a'])
  expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(placed(['a', 'b', 'c'], 'c', 'a')).toEqual(['c', 'a', 'b'])
})

it('the trash tells first when something was deleted', () => {
  expect(shownColumns(['name'], true)).toEqual(['deleted_at', 'name'])
  expect(shownColumns(['name'], false)).toEqual(['name'])
})
