import { expect, it } from 'vitest'

import type { EventType } from '../api/types'
import { headFor, messageFor } from './example'

const types: EventType[] = ['product.updated', 'import.completed', 'job.completed'].map((name) => ({
  name,
  description: '',
  data_schema: {},
  example: { id: '4712-1', type: name, event: name, timestamp: '2026-11-21T10:00:00Z', data: { name } },
}))

it('an edit by hand is told by itself in every mode', () => {
  for (const mode of ['each', 'batch', 'digest'] as const) expect(messageFor(types, 'product.updated', false, mode)?.event).toBe('product.updated')
})

it('an import is told as the mode says', () => {
  expect(messageFor(types, 'product.updated', true, 'each')?.event).toBe('product.updated')
  expect(messageFor(types, 'product.updated', true, 'digest')?.event).toBe('import.completed')
  expect(messageFor(types, 'product.updated', true, 'batch')).toMatchObject({ event: 'product.batch', data: { events: [{ event: 'product.updated' }] } })
})

it('what is no change of a product is always told by itself', () => {
  expect(messageFor(types, 'job.completed', true, 'batch')?.event).toBe('job.completed')
  expect(messageFor(types, 'unheard.of', true, 'batch')).toBeUndefined()
})

it('the head shows where it goes and the own headers, secret values left out', () => {
  const headers = [
    { id: 0, name: 'X-Shop', value: 'north', kept: false },
    { id: 1, name: 'Authorization', value: '', kept: true },
    { id: 2, name: '', value: '', kept: false },
  ]
  const head = headFor({ url: 'https://shop.example/hooks?a=1', headers }, { id: '4712-1', event: 'product.updated' })
  expect(head).toContain('POST /hooks?a=1 HTTP/1.1\nHost: shop.example\n')
  expect(head).toContain('X-Shop: north\nAuthorization: …\nwebhook-id: 4712-1')
  expect(headFor({ url: '', headers: [] }, {})).toContain('Host: …')
})
