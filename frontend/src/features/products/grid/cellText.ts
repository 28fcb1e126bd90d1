import type { Product, ProductPatch } from '../api/types'
import { attributeOf, isAttributeKey } from '../search'

const EDITABLE = new Set(['sku', 'name', 'price', 'active', 'description'])
const CLEARABLE = new Set(['price', 'description'])

/** Whether the grid can write this column's cells. */
export function isEditable(column: string): boolean {
  return EDITABLE.has(column) || isAttributeKey(column)
}

/** Whether a cell may be left blank. */
export function isClearable(column: string): boolean {
  return CLEARABLE.has(column) || isAttributeKey(column)
}

/** A cell's content as it is edited and copied: text, blank where there is nothing. */
export function textOf(product: Product, column: string): string {
  if (isAttributeKey(column)) return product.attributes[attributeOf(column)] ?? ''
  if (column === 'attributes') return JSON.stringify(product.attributes)
  const value = product[column as keyof Omit<Product, 'attributes'>]
  return value == null ? '' : String(value)
}

/** What makes a cell say `text`; undefined when it says so already. */
export function patchOf(product: Product, column: string, text: string): ProductPatch | undefined {
  const value = column === 'sku' || column === 'price' ? text.trim() : text
  if (value === textOf(product, column)) return undefined
  const blank = value.trim() === ''
  if (isAttributeKey(column)) return { attributes: { [attributeOf(column)]: blank ? null : value } }
  if (column === 'active') return { active: value === 'true' }
  return { [column]: blank && isClearable(column) ? null : value }
}

/** The product as it will be once `text` has been saved. */
export function withText(product: Product, column: string, text: string): Product {
  const { attributes, ...fields } = patchOf(product, column, text) ?? {}
  if (attributes == null) return { ...product, ...(fields as Partial<Product>) }
  const merged = Object.entries({ ...product.attributes, ...attributes }).filter((entry): entry is [string, string] => entry[1] != null)
  return { ...product, attributes: Object.fromEntries(merged) }
}
