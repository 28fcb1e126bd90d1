import { describe, expect, it } from 'vitest'

import { formatBytes, formatCount, formatDuration, formatMilliseconds, formatPrice, formatRelativeTime, formatTimeLeft, plural } from './format'

describe('numbers', () => {
  it('carry thousands marks', () => expect(formatCount(48213)).toBe('48,213'))
  it('agree with their noun', () => {
    expect(plural(1, 'row')).toBe('1 row')
    expect(plural(0, 'row')).toBe('0 rows')
    expect(plural(2, 'match', 'matches')).toBe('2 matches')
  })
})

describe('sizes', () => {
  it.each([
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1.0 kB'],
    [999_949, '1,000 kB'],
    [999_999, '1.0 MB'],
    [78_000_000, '78.0 MB'],
    [2_147_483_648, '2.1 GB'],
  ])('%d bytes read %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text))
})

describe('spans', () => {
  it.each([
    [0.04, '0.0 s'],
    [12.34, '12.3 s'],
    [59.97, '1 min'],
    [125, '2 min 5 s'],
    [3840, '1 h 4 min'],
  ])('%d seconds read %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text))

  it('short ones are counted in milliseconds', () => {
    expect([0, 38.4, 999.4, 999.6, 1449].map(formatMilliseconds)).toEqual(['0 ms', '38 ms', '999 ms', '1.0 s', '1.4 s'])
  })

  it('a forecast is never finer than a second and never zero', () => {
    expect(formatTimeLeft(0.2)).toBe('1 s')
    expect(formatTimeLeft(89.6)).toBe('1 min 30 s')
    expect(formatTimeLeft(1234)).toBe('21 min')
  })
})

describe('times', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  it.each([
    ['2026-11-21T11:59:40Z', 'just now'],
    ['2026-11-21T12:00:30Z', 'just now'],
    ['2026-11-21T11:55:00Z', '5 minutes ago'],
    ['2026-11-21T11:10:00Z', '1 hour ago'],
    ['2026-11-20T12:00:00Z', 'yesterday'],
    ['2026-11-03T12:00:00Z', 'Nov 3'],
    ['2025-11-03T12:00:00Z', 'Nov 3, 2025'],
  ])('%s reads %s', (iso, text) => expect(formatRelativeTime(iso, now)).toBe(text))
})

describe('prices', () => {
  it('keep every digit, also those a float would lose', () => {
    expect(formatPrice('1234.50')).toBe('1,234.50')
    expect(formatPrice('0.0035')).toBe('0.0035')
    expect(formatPrice('9999999999.9999')).toBe('9,999,999,999.9999')
    expect(formatPrice('-12.50')).toBe('-12.50')
  })
})
