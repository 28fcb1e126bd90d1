import { expect, it } from 'vitest'

import { detailInWords } from './words'

it('says a detail as people would', () => {
  expect(detailInWords({ role: 'editor', disabled: true })).toBe('role: editor · disabled: yes')
  expect(detailInWords({ scopes: ['read', 'write'], expires_at: null })).toBe('scopes: read, write')
  expect(detailInWords({ kind: 'set_up', sessions: 2 })).toBe('kind: set up · sessions: 2')
  expect(detailInWords({})).toBe('')
})
