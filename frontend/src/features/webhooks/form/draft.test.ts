import { expect, it } from 'vitest'

import type { Webhook } from '../api/types'
import { draftOf, EMPTY_DRAFT, inputOf, isChanged, patchOf, problemsIn } from './draft'

const webhook: Webhook = {
  id: '0198f1c2-7f00-7cc3-98c8-5f9a1b2c3d4e',
  url: 'https://shop.example/hooks',
  events: ['product.*'],
  enabled: true,
  description: null,
  headers: { 'X-Shop': 'north', Authorization: null },
  retry_count: 8,
  timeout_seconds: 30,
  rate_limit_per_hour: null,
  import_mode: 'digest',
  signed: true,
  former_secret_until: null,
  success_count: 0,
  failure_count: 0,
  pending_count: 0,
  last_triggered_at: null,
  last_error: null,
  failing_since: null,
  disabled_reason: null,
  last_test: null,
  created_by: 'local',
  created_at: '2026-11-21T12:00:00Z',
  updated_at: '2026-11-21T12:00:00Z',
}
const draft = draftOf(webhook)
const fields = (part: object) => problemsIn({ ...draft, ...part }).map(({ field }) => field)

it('an untouched form changes nothing', () => {
  expect(isChanged(webhook, draft)).toBe(false)
  expect(patchOf(webhook, { ...draft, retries: '3', rate: ' 50 ' })).toEqual({ retry_count: 3, rate_limit_per_hour: 50 })
})

it('a secret header stays on the server until another value is written', () => {
  const added = { ...draft, headers: [...draft.headers, { id: 9, name: 'X-Key', value: 'new', kept: false }] }
  expect(patchOf(webhook, added)).toEqual({ headers: { 'X-Shop': 'north', Authorization: null, 'X-Key': 'new' } })
  const written = { ...draft, headers: draft.headers.map((one) => (one.kept ? { ...one, value: 'Bearer 1', kept: false } : one)) }
  expect(patchOf(webhook, written)).toEqual({ headers: { 'X-Shop': 'north', Authorization: 'Bearer 1' } })
})

it('blank is no description, and no limit', () => {
  expect(inputOf({ ...EMPTY_DRAFT, url: ' https://a.example ', description: ' ', rate: '' })).toMatchObject({
    url: 'https://a.example',
    description: null,
    rate_limit_per_hour: null,
  })
})

it('finds what is wrong before the server is asked', () => {
  expect(problemsIn(draft)).toEqual([])
  expect(fields({ url: ' ' })).toEqual(['url'])
  expect(fields({ events: [] })).toEqual(['events'])
  expect(fields({ headers: [{ id: 0, name: ' ', value: 'x', kept: false }] })).toEqual(['headers'])
  expect(fields({ headers: [...draft.headers, { id: 2, name: 'x-shop', value: 'x', kept: false }] })).toEqual(['headers'])
  expect(fields({ retries: '21', timeout: '0', rate: '1.5' })).toEqual(['retry_count', 'timeout_seconds', 'rate_limit_per_hour'])
  expect(fields({ timeout: '' })).toEqual(['timeout_seconds'])
})
