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

it('a cell of two lines is one cell, and a quote that never closes ends the look', () => {
  expect(rowsOf('SKU,Name\nA-1,"two\nlines"\nA-2,x')).toEqual([['SKU', 'Name'], ['A-1', 'two\nlines'], ['A-2', 'x']])
  expect(rowsOf('SKU,Name\nA-1,"two\nlines')).toEqual([['SKU', 'Name']])
})
