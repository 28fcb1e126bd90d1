import { expect, it } from 'vitest'

import { resultWords } from './words'

it('says what a change of many products came to', () => {
  expect(resultWords({ action: 'deactivate', selected: 6, changed: 3, unchanged: 2, kept: 1 })).toBe(
    '3 products deactivated, 2 were so already, 1 was left as it is.',
  )
  expect(resultWords({ action: 'delete', selected: 1, changed: 1, unchanged: 0, kept: 0 })).toBe('1 product moved to the trash.')
})
