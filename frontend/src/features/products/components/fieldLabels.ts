import { attributeOf, isAttributeKey } from '../search'

const LABELS: Record<string, string> = {
  sku: 'SKU',
  name: 'Name',
  price: 'Price',
  active: 'Active',
  description: 'Description',
  attributes: 'Attributes',
  created_at: 'Created',
  updated_at: 'Changed',
  deleted_at: 'Deleted',
}

/** The word for a field as the API names it; an attribute (`attributes.colour`) goes by its own name. */
export function fieldLabel(field: string): string {
  return isAttributeKey(field) ? attributeOf(field) : (LABELS[field] ?? field)
}
