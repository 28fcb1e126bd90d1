import { describe, expect, it } from 'vitest'

import { endOf, holds } from './words'

const NOW = new Date('2026-11-21T12:00:00Z')

describe('a key', () => {
  it('ends after so many days, or never', () => {
    expect(endOf('30', NOW)).toBe('2026-12-21T12:00:00.000Z')
    expect(endOf('', NOW)).toBeNull()
  })

  it('holds until it is revoked or over', () => {
    expect(holds({ revoked_at: null, expires_at: null }, NOW)).toBe(true)
    expect(holds({ revoked_at: null, expires_at: '2026-11-21T12:00:01Z' }, NOW)).toBe(true)
    expect(holds({ revoked_at: null, expires_at: '2026-11-21T12:00:00Z' }, NOW)).toBe(false)
    expect(holds({ revoked_at: '2026-11-20T12:00:00Z', expires_at: null }, NOW)).toBe(false)
  })
})
