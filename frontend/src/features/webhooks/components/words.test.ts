import { expect, it } from 'vitest'

import { eventsInWords, nameOf, stateOf } from './words'

const well = { enabled: true, disabled_reason: null, failing_since: null, last_triggered_at: '2026-11-21T12:00:00Z' }

it('tells who turned a webhook off, and whether its receiver answers', () => {
  expect(stateOf(well)).toBe('well')
  expect(stateOf({ ...well, last_triggered_at: null })).toBe('unused')
  expect(stateOf({ ...well, failing_since: '2026-11-21T12:00:00Z' })).toBe('failing')
  expect(stateOf({ ...well, enabled: false })).toBe('off')
  expect(stateOf({ ...well, enabled: false, disabled_reason: 'The receiver answered 410 Gone.' })).toBe('disabled')
})

it('calls a webhook by its description, or by its host', () => {
  expect(nameOf({ description: 'The shop\nand more', url: 'https://shop.example/hooks' })).toBe('The shop')
  expect(nameOf({ description: null, url: 'https://shop.example:8443/hooks' })).toBe('shop.example:8443')
  expect(nameOf({ description: '  ', url: 'no url' })).toBe('no url')
})

it('names events, the first ones where they are many', () => {
  expect(eventsInWords(['product.*', '*'])).toBe('all events')
  expect(eventsInWords(['product.*'])).toBe('product.*')
  expect(eventsInWords(['a', 'b'])).toBe('a and b')
  expect(eventsInWords(['a', 'b', 'c'])).toBe('a, b and c')
  expect(eventsInWords(['a', 'b', 'c', 'd'])).toBe('a, b and 2 more')
})
