import type { EventType, ImportMode } from '../api/types'
import type { Draft } from './draft'
import { isOfProduct } from './events'

const BATCH = 'product.batch'
const DIGEST = 'import.completed'
const BATCH_ID = '0198f1c4-2a00-7cc3-98c8-5f9a1b2c3d4e'

/** What is sent when this event happens, by hand or to many products in an import. */
export function messageFor(types: EventType[], event: string, byImport: boolean, mode: ImportMode): Record<string, unknown> | undefined {
  const example = (name: string) => types.find((one) => one.name === name)?.example
  const single = example(event)
  if (!single || !byImport || !isOfProduct(event) || mode === 'each') return single
  if (mode === 'digest') return example(DIGEST)
  return { id: BATCH_ID, type: BATCH, event: BATCH, timestamp: single.timestamp, data: { events: [single] } }
}

/** The head of the request around a message; values that are secret, or differ each time, are left out. */
export function headFor(draft: Pick<Draft, 'url' | 'headers'>, message: Record<string, unknown>): string {
  const { host, path } = target(draft.url)
  const own = draft.headers.filter(({ name }) => name.trim() !== '').map(({ name, value, kept }) => `${name.trim()}: ${kept || value === '' ? '…' : value}`)
  return [
    `POST ${path} HTTP/1.1`,
    `Host: ${host}`,
    'Content-Type: application/json',
    ...own,
    `webhook-id: ${String(message.id)}`,
    'webhook-timestamp: …',
    'webhook-signature: v1,…',
    `X-Webhook-Event: ${String(message.event)}`,
    'X-Webhook-Signature: sha256=…',
  ].join('\n')
}

function target(text: string): { host: string; path: string } {
  if (!URL.canParse(text)) return { host: '…', path: '/…' }
  const url = new URL(text)
  return { host: url.host, path: `${url.pathname}${url.search}` }
}
