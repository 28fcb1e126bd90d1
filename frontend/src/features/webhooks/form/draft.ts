import { pairsOf, type Pair } from '@/components/pairs'
import type { FieldProblem } from '@/lib/api/error'

import type { ImportMode, Webhook, WebhookInput, WebhookPatch } from '../api/types'

/** A webhook as its form holds it: numbers are text. */
export interface Draft {
  url: string
  description: string
  events: string[]
  importMode: ImportMode
  headers: Pair[]
  retries: string
  timeout: string
  /** Blank for no limit. */
  rate: string
}

export const EMPTY_DRAFT: Draft = {
  url: '',
  description: '',
  events: ['product.*', 'import.completed'],
  importMode: 'digest',
  headers: [],
  retries: '8',
  timeout: '30',
  rate: '1000',
}

const NUMBERS = [
  { field: 'retry_count', of: 'retries', min: 0, max: 20, blank: false },
  { field: 'timeout_seconds', of: 'timeout', min: 1, max: 60, blank: false },
  { field: 'rate_limit_per_hour', of: 'rate', min: 1, max: 10_000_000, blank: true },
] as const

export function draftOf(webhook: Webhook): Draft {
  return {
    url: webhook.url,
    description: webhook.description ?? '',
    events: webhook.events,
    importMode: webhook.import_mode,
    headers: pairsOf(webhook.headers),
    retries: String(webhook.retry_count),
    timeout: String(webhook.timeout_seconds),
    rate: webhook.rate_limit_per_hour === null ? '' : String(webhook.rate_limit_per_hour),
  }
}

/** Every field that the form holds, as the API takes it. */
export function inputOf(draft: Draft): Omit<WebhookInput, 'enabled'> {
  return {
    url: draft.url.trim(),
    description: draft.description.trim() === '' ? null : draft.description.trim(),
    events: draft.events,
    import_mode: draft.importMode,
    headers: Object.fromEntries(draft.headers.filter(({ name }) => name.trim() !== '').map(({ name, value, kept }) => [name.trim(), kept ? null : value])),
    retry_count: Number(draft.retries),
    timeout_seconds: Number(draft.timeout),
    rate_limit_per_hour: draft.rate.trim() === '' ? null : Number(draft.rate),
  }
}

/** What a draft asks to be different from `webhook`; empty when nothing is. */
export function patchOf(webhook: Webhook, draft: Draft): WebhookPatch {
  const before = inputOf(draftOf(webhook))
  const after = inputOf(draft)
  const changed = Object.entries(after).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof typeof before]))
  return Object.fromEntries(changed)
}

export function isChanged(webhook: Webhook, draft: Draft): boolean {
  return Object.keys(patchOf(webhook, draft)).length > 0
}

/** What is wrong in the form itself, before the server is asked. */
export function problemsIn(draft: Draft): FieldProblem[] {
  const found: FieldProblem[] = []
  if (draft.url.trim() === '') found.push({ field: 'url', code: 'url_required', message: 'The URL is blank. Fill in where to send to.' })
  if (draft.events.length === 0) found.push({ field: 'events', code: 'events_required', message: 'No event is chosen. Choose at least one.' })
  if (draft.headers.some(({ name, value }) => name.trim() === '' && value !== '')) {
    found.push({ field: 'headers', code: 'header_name_required', message: 'A header has no name. Name it or remove it.' })
  }
  const names = draft.headers.map(({ name }) => name.trim().toLowerCase()).filter(Boolean)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) found.push({ field: 'headers', code: 'header_duplicate', message: `Two headers are called “${twice}”. Keep one of them.` })
  for (const { field, of, min, max, blank } of NUMBERS) {
    const text = draft[of].trim()
    const number = Number(text)
    const fits = text === '' ? blank : Number.isInteger(number) && number >= min && number <= max
    if (!fits) found.push({ field, code: `${field}_invalid`, message: `Write a whole number from ${min} to ${max.toLocaleString('en')}.` })
  }
  return found
}
