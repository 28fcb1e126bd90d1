import { expect, it } from 'vitest'

import { isFiltered, logSearch } from './search'

it('takes from the address what it knows and leaves out the rest', () => {
  expect(logSearch({ event: 'login.failed', actor: 'user:owner@example.com', page: '2', other: 'x' })).toEqual({
    event: 'login.failed',
    actor: 'user:owner@example.com',
    page: 2,
  })
  expect(logSearch({ event: '', subject: '', page: '1' })).toEqual({})
})

it('a page alone is no filter', () => {
  expect(isFiltered({ page: 2 })).toBe(false)
  expect(isFiltered({ address: '::1' })).toBe(true)
})
