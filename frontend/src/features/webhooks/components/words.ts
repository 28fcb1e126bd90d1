import type { Webhook } from '../api/types'

export type WebhookState = 'unused' | 'well' | 'failing' | 'off' | 'disabled'

export const STATE_WORDS: Record<WebhookState, string> = {
  unused: 'Nothing sent yet',
  well: 'Delivers',
  failing: 'Failing',
  off: 'Off',
  disabled: 'Disabled',
}

/** How a webhook is: who turned it off, or whether its receiver takes what it gets. */
export function stateOf({ enabled, disabled_reason, failing_since, last_triggered_at }: Pick<Webhook, 'enabled' | 'disabled_reason' | 'failing_since' | 'last_triggered_at'>): WebhookState {
  if (!enabled) return disabled_reason === null ? 'off' : 'disabled'
  if (failing_since !== null) return 'failing'
  return last_triggered_at === null ? 'unused' : 'well'
}

/** What a webhook is called: its description, or else the host it sends to. */
export function nameOf({ description, url }: Pick<Webhook, 'description' | 'url'>): string {
  const [line = ''] = (description ?? '').trim().split('\n', 1)
  return line === '' ? hostOf(url) : line
}

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}

/** "all events", "product.* and import.completed", "product.created, product.deleted and 3 more". */
export function eventsInWords(events: string[]): string {
  if (events.includes('*')) return 'all events'
  const [first = '', second, ...rest] = events
  if (second === undefined) return first
  if (rest.length === 0) return `${first} and ${second}`
  return rest.length === 1 ? `${first}, ${second} and ${rest[0] ?? ''}` : `${first}, ${second} and ${rest.length} more`
}

/** "status 204", or that nobody answered. */
export function statusInWords(status: number | null): string {
  return status === null ? 'no answer' : `status ${status}`
}
