import { expect, it } from 'vitest'

import { refusalWords, wayThere } from './openIdWords'

it('says something for any reason, and leads back to where one was', () => {
  expect(refusalWords('openid_not_invited')).toContain('Ask an admin')
  expect(refusalWords('made up')).toBe(refusalWords(undefined))
  expect(wayThere('/products?q=a&b')).toBe('/api/v1/openid/login?path=%2Fproducts%3Fq%3Da%26b')
})
