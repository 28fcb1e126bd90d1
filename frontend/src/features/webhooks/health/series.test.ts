import { expect, it } from 'vitest'

import type { Bucket } from '../api/types'
import { axisEnd, linePath, rateInWords, summaryInWords, summaryOf } from './series'

const step = (succeeded: number, failed: number, p95: number | null = null): Bucket => ({
  at: '2026-11-21T12:00:00Z',
  succeeded,
  failed,
  success_rate: null,
  p50_ms: null,
  p95_ms: p95,
})
const words = { attempts: (count: number) => `${count} attempts`, ms: (ms: number) => `${ms} ms` }

it('sums the steps up', () => {
  expect(summaryOf([step(3, 1, 40), step(0, 0), step(4, 0, 90)])).toEqual({ attempts: 8, rate: 7 / 8, p95Ms: 90 })
  expect(summaryOf([step(0, 0)])).toEqual({ attempts: 0, rate: undefined, p95Ms: undefined })
})

it('rounds no failure away', () => {
  expect([1, 0.99999, 0.875, 0.5, 0].map(rateInWords)).toEqual(['100 %', '99.9 %', '87.5 %', '50 %', '0 %'])
})

it('says in words what is drawn', () => {
  expect(summaryInWords(summaryOf([step(3, 1, 40)]), 'the last day', words)).toBe('75 % of 4 attempts in the last day succeeded, 95 of 100 took at most 40 ms')
  expect(summaryInWords(summaryOf([]), 'the last day', words)).toBe('Nothing was sent in the last day')
})

it('breaks the line where there is no value, and draws a lone value across its step', () => {
  const size = { width: 10, height: 20, max: 100 }
  expect(linePath([0, 100, null, 50, null], size)).toBe('M5 20L15 0M30 10h10')
  expect(linePath([null, null], size)).toBe('')
  expect(linePath([500, 500], size)).toBe('M5 0L15 0')
})

it('ends an axis at a round number', () => {
  expect([3, 12, 45, 99, 130, 501].map(axisEnd)).toEqual([10, 20, 50, 100, 200, 1000])
})
