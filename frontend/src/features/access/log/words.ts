import type { Schemas } from '@/lib/api/client'
import { formatMoment } from '@/lib/format'

export type EventName = Schemas['What']

export const EVENT_WORDS: Record<EventName, string> = {
  login: 'Logged in',
  'login.failed': 'Login failed',
  'login.throttled': 'Too many guesses',
  logout: 'Logged out',
  'session.ended': 'Session ended',
  'password.changed': 'Password changed',
  'password.reset': 'Password reset by a link',
  'identity.linked': 'Linked to the provider',
  'set_up.completed': 'First admin made',
  'user.invited': 'User invited',
  'user.joined': 'User joined',
  'user.changed': 'User changed',
  'user.deleted': 'User deleted',
  'link.made': 'Link made',
  'key.created': 'Key created',
  'key.revoked': 'Key revoked',
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/

export function isEventName(name: unknown): name is EventName {
  return typeof name === 'string' && Object.hasOwn(EVENT_WORDS, name)
}

/** "role: editor · disabled: yes"; what was not said is left out. */
export function detailInWords(detail: Record<string, unknown>): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name.replaceAll('_', ' ')}: ${valueInWords(value)}`)
    .join(' · ')
}

function valueInWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueInWords).join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string' && MOMENT.test(value)) return formatMoment(value)
  return typeof value === 'string' ? value.replaceAll('_', ' ') : JSON.stringify(value)
}
