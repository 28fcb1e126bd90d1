import type { Schemas } from '@/lib/api/client'

export type Product = Schemas['ProductView']
export type ProductPatch = Schemas['ProductPatch']
export type ProductCreate = Schemas['ProductCreate']
export type HistoryEntry = Schemas['HistoryEntry']
export type FieldChange = Schemas['FieldChange']

/** A product with the tag that a change of it must name. */
export interface TaggedProduct {
  data: Product
  etag: string | null
}
