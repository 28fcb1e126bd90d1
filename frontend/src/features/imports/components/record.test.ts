import { expect, it } from 'vitest'

import { cellsOf } from './record'

it.each([
  ['a,b,c', ['a', 'b', 'c']],
  ['a,"b,c",d', ['a', 'b,c', 'd']],
  ['"say ""hello""",x', ['say "hello"', 'x']],
  ['"two\nlines",x', ['two\nlines', 'x']],
  ['', ['']],
  ['a,,', ['a', '', '']],
  ['12" pipe,x', ['12" pipe', 'x']],
])('%j', (record, cells) => expect(cellsOf(record, ',', '"')).toEqual(cells))

it('a record whose quote never closes has no cells', () => {
  expect(cellsOf('a,"b,c', ',', '"')).toBeUndefined()
})
