import type { Role } from '@/lib/permissions'

import type { ApiKey, Scope } from '../api/apiKeys'

export const SCOPES: { scope: Scope; title: string; words: string; roles: Role[] }[] = [
  { scope: 'read', title: 'Read', words: 'products, imports and jobs', roles: ['viewer', 'editor', 'admin'] },
  { scope: 'write', title: 'Write', words: 'products, saved lists, jobs to cancel and undo', roles: ['editor', 'admin'] },
  { scope: 'import', title: 'Import', words: 'files, and follow what comes of them', roles: ['editor', 'admin'] },
  { scope: 'webhooks', title: 'Webhooks', words: 'to set up, and the feed of events', roles: ['editor', 'admin'] },
  { scope: 'admin', title: 'Admin', words: 'users, keys and the access log', roles: ['admin'] },
]

const DAY_MS = 86_400_000

export const SPANS = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '1 year' },
  { value: '', label: 'until it is revoked' },
]

/** The moment at which a key made now for so many days ends; null for one that does not. */
export function endOf(days: string, now: Date): string | null {
  return days === '' ? null : new Date(now.getTime() + Number(days) * DAY_MS).toISOString()
}

/** Whether a key still opens anything. */
export function holds({ revoked_at: revoked, expires_at: end }: Pick<ApiKey, 'revoked_at' | 'expires_at'>, now: Date): boolean {
  return revoked === null && (end === null || Date.parse(end) > now.getTime())
}
