import { ApiError, type FieldProblem } from '@/lib/api/error'

import type { Webhook } from '../api/types'

const FIELDS = ['url', 'description', 'events', 'import_mode', 'headers', 'retry_count', 'timeout_seconds', 'rate_limit_per_hour', 'secret']

/** What a refused save says about single fields of the form. */
export function fieldProblemsOf(error: Error | null): FieldProblem[] {
  if (!(error instanceof ApiError)) return []
  return error.fields.filter(({ field }) => FIELDS.includes(field.split('.')[0] ?? ''))
}

/** A refused save that no single field is to blame for, and that is no conflict either. */
export function generalProblemOf(error: Error | null): Error | undefined {
  if (error === null || fieldProblemsOf(error).length > 0 || conflictOf(error)) return undefined
  return error
}

/** What the webhook is by now, when it was changed since it was read. */
export function conflictOf(error: Error | null): { current: Webhook; etag: string | null } | undefined {
  if (!(error instanceof ApiError) || error.status !== 412 || !error.extra.current) return undefined
  return { current: error.extra.current as Webhook, etag: error.etag }
}
