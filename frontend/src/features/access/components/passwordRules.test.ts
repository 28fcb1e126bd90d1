import { expect, it } from 'vitest'

import { tooShort } from './passwordRules'

it('says how many characters are missing, counted as people see them', () => {
  expect(tooShort('')).toBe('Choose a password.')
  expect(tooShort('eleven char')).toBe('1 more character, at least.')
  expect(tooShort('🔑🔑')).toBe('10 more characters, at least.')
  expect(tooShort('a heron under nine umbrellas')).toBeUndefined()
})
