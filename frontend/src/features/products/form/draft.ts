import { pairsOf, type Pair } from '@/components/pairs'
import type { FieldProblem } from '@/lib/api/error'

import type { Product, ProductCreate, ProductPatch } from '../api/types'

/** A product as its form holds it: everything is text. */
export interface Draft {
  sku: string
  name: string
  description: string
  price: string
  active: boolean
  attributes: Pair[]
}

export const EMPTY_DRAFT: Draft = { sku: '', name: '', description: '', price: '', active: true, attributes: [] }

export function draftOf(product: Product): Draft {
  return {
    sku: product.sku,
    name: product.name,
    description: product.description ?? '',
    price: product.price ?? '',
    active: product.active,
    attributes: pairsOf(product.attributes),
  }
}

/** What a draft asks to be different from `product`; empty when nothing is. */
export function patchOf(product: Product, draft: Draft): ProductPatch {
  const before = createOf(draftOf(product))
  const after = createOf(draft)
  const patch: Record<string, unknown> = {}
  for (const field of ['sku', 'name', 'description', 'price', 'active'] as const) {
    if (before[field] !== after[field]) patch[field] = after[field]
  }
  const attributes = attributeChanges(product.attributes, attributesOf(draft))
  if (Object.keys(attributes).length > 0) patch.attributes = attributes
  return patch
}

export function createOf(draft: Draft): ProductCreate {
  return {
    sku: draft.sku.trim(),
    name: draft.name,
    description: draft.description.trim() === '' ? null : draft.description,
    price: draft.price.trim() === '' ? null : draft.price.trim(),
    active: draft.active,
    attributes: attributesOf(draft),
  }
}

export function isChanged(product: Product | undefined, draft: Draft): boolean {
  if (product) return Object.keys(patchOf(product, draft)).length > 0
  return JSON.stringify(createOf(draft)) !== JSON.stringify(createOf(EMPTY_DRAFT))
}

export function attributesOf(draft: Draft): Record<string, string> {
  const named = draft.attributes.filter(({ name, value }) => name.trim() !== '' && value.trim() !== '')
  return Object.fromEntries(named.map(({ name, value }) => [name.trim(), value]))
}

function attributeChanges(before: Record<string, string>, after: Record<string, string>): Record<string, string | null> {
  const removed = Object.keys(before).filter((name) => !(name in after))
  const written = Object.entries(after).filter(([name, value]) => before[name] !== value)
  return { ...Object.fromEntries(removed.map((name) => [name, null])), ...Object.fromEntries(written) }
}

/** What is wrong in the form itself, before the server is asked: an attribute that would be lost or said twice. */
export function problemsIn(draft: Draft): FieldProblem[] {
  const names = draft.attributes.map(({ name }) => name.trim())
  const unnamed = draft.attributes.some(({ name, value }) => name.trim() === '' && value.trim() !== '')
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index)
  const found: FieldProblem[] = []
  if (draft.sku.trim() === '') found.push({ field: 'sku', code: 'sku_required', message: 'The SKU is blank. Fill it in.' })
  if (draft.name.trim() === '') found.push({ field: 'name', code: 'name_required', message: 'The name is blank. Fill it in.' })
  if (unnamed) found.push({ field: 'attributes', code: 'attribute_name_required', message: 'An attribute has no name. Name it or remove it.' })
  if (twice !== undefined) found.push({ field: 'attributes', code: 'attribute_duplicate', message: `Two attributes are called “${twice}”. Keep one of them.` })
  return found
}
