import { ApiError, type FieldProblem } from '@/lib/api/error'

import type { Product } from '../api/types'

const FIELDS = ['sku', 'name', 'description', 'price', 'active', 'attributes']

/** What a refused save says about single fields; a taken SKU belongs to the SKU. */
export function fieldProblemsOf(error: Error | null): FieldProblem[] {
  if (!(error instanceof ApiError)) return []
  if (error.code === 'sku_taken') return [{ field: 'sku', code: error.code, message: error.message }]
  return error.fields.filter(({ field }) => FIELDS.includes(field.split('.')[0] ?? ''))
}

/** A refused save that no single field is to blame for, and that is no conflict either. */
export function generalProblemOf(error: Error | null): Error | undefined {
  if (error === null || fieldProblemsOf(error).length > 0 || conflictOf(error)) return undefined
  return error
}

/** What the product is by now, when it was changed since it was read. */
export function conflictOf(error: Error | null): { current: Product; etag: string | null } | undefined {
  if (!(error instanceof ApiError) || error.status !== 412 || !error.extra.current) return undefined
  return { current: error.extra.current as Product, etag: error.etag }
}
