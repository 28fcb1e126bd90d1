import { expect, it } from 'vitest'

import { rowsOf } from './firstRows'

it('reads the usual delimiters', () => {
  expect(rowsOf('SKU;Name\nA-1;"Lamp; red"\n')).toEqual([['SKU', 'Name'], ['A-1', 'Lamp; red']])
  expect(rowsOf('SKU\tName\r\nA-1\tLamp')).toEqual([['SKU', 'Name'], ['A-1', 'Lamp']])
})

it('shows six rows at most, and none of a binary file', () => {
  expect(rowsOf(Array.from({ length: 40 }, (_, row) => `${row},x`).join('\n'))).toHaveLength(6)
  expect(rowsOf('PK\u0003\u0004\0\0')).toEqual([])
})

it('a cell whose quote does not close on its line is shown as it stands', () => {
  expect(rowsOf('SKU,Name\nA-1,"two\nlines"')[1]).toEqual(['A-1', '"two'])
})
