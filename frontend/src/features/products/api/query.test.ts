import { expect, it } from 'vitest'

import { filterBody, filterQuery, listQuery } from './query'

it('asks for what the address says, and nothing of the page alone', () => {
  const search = { q: 'lamp', active: false, 'attributes.Colour': 'red', empty: 'price,description', sort: '-price', page: 2, product: 7, view: 'x' } as const
  expect(listQuery(search)).toEqual({ q: 'lamp', active: false, 'attributes.Colour': 'red', empty: ['price', 'description'], sort: '-price', page: 2 })
  expect(filterBody(search)).toEqual({ q: 'lamp', active: false, 'attributes.Colour': 'red', empty: ['price', 'description'] })
})

it('keeps the trash apart from the catalogue', () => {
  expect(filterBody({ trashed: 'only' })).toEqual({ trashed: 'only' })
  expect(filterBody({})).toEqual({})
})

it('a day is one of the reader’s own calendar', () => {
  const { created_after: from } = filterQuery({ created_after: '2026-11-25' })
  expect(new Date(String(from)).getHours()).toBe(0)
})
