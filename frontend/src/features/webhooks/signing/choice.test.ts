import { expect, it } from 'vitest'

import { MADE, secretOf, secretProblems } from './choice'

const own = (text: string) => ({ kind: 'own' as const, text })

it('sends the secret that was typed, false for none, and nothing to have one made', () => {
  expect(secretOf(MADE)).toBeUndefined()
  expect(secretOf(own(' a secret of my own\n'))).toBe('a secret of my own')
  expect(secretOf({ kind: 'none', text: 'typed before' })).toBe(false)
})

it('asks for a longer one only where one is typed', () => {
  expect(secretProblems(own('short')).map(({ field }) => field)).toEqual(['secret'])
  expect(secretProblems(own('a secret of my own'))).toEqual([])
  expect(secretProblems({ kind: 'made', text: 'short' })).toEqual([])
})
