import { expect, it } from 'vitest'

import { adviceFor, readable, statusOf } from './words'

it('tells what waits for its first try from what is being retried', () => {
  expect(statusOf({ status: 'pending', last_error: null })).toBe('Waiting')
  expect(statusOf({ status: 'pending', last_error: 'The receiver answered 500.' })).toBe('Retrying')
  expect(statusOf({ status: 'failed', last_error: 'The receiver answered 500.' })).toBe('Failed')
})

it('says what to do about each kind of failure', () => {
  const refused = (status: number) => adviceFor({ ok: false, status, error_code: 'refused' })
  expect(adviceFor({ ok: true, status: 204, error_code: null })).toBeUndefined()
  expect(adviceFor({ ok: false, status: null, error_code: 'timeout' })).toContain('longer timeout')
  expect(adviceFor({ ok: false, status: null, error_code: 'unheard_of' })).toBeUndefined()
  expect(adviceFor({ ok: false, status: 301, error_code: 'redirected' })).toContain('leads to')
  expect(refused(401)).toContain('secret')
  expect(refused(404)).toContain('path')
  expect(refused(429)).toContain('an hour')
  expect(refused(503)).toContain('its own log')
  expect(refused(422)).toContain('2xx')
})

it('breaks JSON into lines and leaves the rest alone', () => {
  expect(readable('{"a":1}')).toBe('{\n  "a": 1\n}')
  expect(readable('{"a":')).toBe('{"a":')
})
