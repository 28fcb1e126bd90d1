const LABELS: Record<string, string> = {
  sku: 'SKU',
  name: 'Name',
  price: 'Price',
  active: 'Active',
  description: 'Description',
  attributes: 'Attributes',
}

/** The word for a field as the API names it; an attribute (`attributes.colour`) goes by its own name. */
export function fieldLabel(field: string): string {
  return field.startsWith('attributes.') ? field.slice('attributes.'.length) : (LABELS[field] ?? field)
}
