import type { Mapping, UploadColumn } from '../api/types'

export const FIELDS = ['sku', 'name', 'description', 'price', 'active'] as const
export type Field = (typeof FIELDS)[number]

export const FIELD_LABELS: Record<Field, string> = {
  sku: 'SKU',
  name: 'Name',
  description: 'Description',
  price: 'Price',
  active: 'Active',
}

const ATTRIBUTE = 'attributes.'

export function isField(target: string | null | undefined): target is Field {
  return (FIELDS as readonly string[]).includes(target ?? '')
}

/** The target that keeps a column as an attribute; a suggested name is kept. */
export function attributeTarget(column: UploadColumn): string {
  return column.suggestion?.startsWith(ATTRIBUTE) ? column.suggestion : ATTRIBUTE + column.key
}

export function attributeName(target: string): string {
  return target.slice(ATTRIBUTE.length)
}

/** `mapping` with `key` sent to `target`; the column that had that field before becomes an attribute. */
export function assign(mapping: Mapping, columns: UploadColumn[], key: string, target: string | null): Mapping {
  const displaced = isField(target) && columns.find((column) => column.key !== key && mapping[column.key] === target)
  return {
    ...mapping,
    ...(displaced ? { [displaced.key]: attributeTarget(displaced) } : {}),
    [key]: target,
  }
}

export function columnFor(mapping: Mapping, field: Field): string | undefined {
  return Object.keys(mapping).find((key) => mapping[key] === field)
}

/** Columns that fill a field first, in the order of the fields; the others after them, as they stand in the file. */
export function inReadingOrder(columns: UploadColumn[], mapping: Mapping): UploadColumn[] {
  const rank = (column: UploadColumn) => {
    const target = mapping[column.key]
    return isField(target) ? FIELDS.indexOf(target) : FIELDS.length
  }
  return columns.toSorted((one, other) => rank(one) - rank(other))
}
