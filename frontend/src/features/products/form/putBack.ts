import type { HistoryEntry, Product, ProductPatch } from '../api/types'
import { attributeOf, isAttributeKey } from '../search'

/** What gives a product the values back that it had before this change; nothing where it has them, or never had any. */
export function putBack(product: Product, { event, changes }: HistoryEntry): ProductPatch | undefined {
  if (event !== 'product.updated') return undefined
  const fields: Record<string, unknown> = {}
  const attributes: Record<string, string | null> = {}
  for (const { field, before } of changes) {
    if (valueOf(product, field) === before) continue
    if (isAttributeKey(field)) attributes[attributeOf(field)] = before === null ? null : String(before)
    else fields[field] = before
  }
  if (Object.keys(attributes).length > 0) fields.attributes = attributes
  return Object.keys(fields).length > 0 ? fields : undefined
}

function valueOf(product: Product, field: string): string | boolean | null {
  if (isAttributeKey(field)) return product.attributes[attributeOf(field)] ?? null
  return product[field as 'sku' | 'name' | 'description' | 'price' | 'active']
}
