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

/** "SKU", "attribute Colour", "left out". */
export function targetInWords(target: string | null | undefined): string {
  if (target == null) return 'left out'
  return isField(target) ? FIELD_LABELS[target] : `attribute ${attributeName(target)}`
}

export function attributeOf(name: string): string {
  return ATTRIBUTE + name
}

/** Attribute targets that more than one column has; the import would refuse them. */
export function contestedTargets(mapping: Mapping): ReadonlySet<string> {
  const seen = new Set<string>()
  const contested = new Set<string>()
  for (const target of Object.values(mapping)) {
    if (target === null) continue
    if (seen.has(target)) contested.add(target)
    seen.add(target)
  }
  return contested
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

export interface ColumnGroup {
  name: 'fields' | 'attributes' | 'left out'
  columns: UploadColumn[]
}

/** Columns that fill a field first, in the order of the fields; then attributes; those left out at the end. */
export function grouped(columns: UploadColumn[], mapping: Mapping): ColumnGroup[] {
  const target = ({ key }: UploadColumn) => mapping[key] ?? null
  const fields = FIELDS.flatMap((field) => columns.filter((column) => target(column) === field))
  const groups: ColumnGroup[] = [
    { name: 'fields', columns: fields },
    { name: 'attributes', columns: columns.filter((column) => target(column) !== null && !isField(target(column))) },
    { name: 'left out', columns: columns.filter((column) => target(column) === null) },
  ]
  return groups.filter((group) => group.columns.length > 0)
}

/** `mapping` with every column that fills no field kept as an attribute, or left out. */
export function withRest(mapping: Mapping, columns: UploadColumn[], keep: boolean): Mapping {
  const rest = columns.filter(({ key }) => !isField(mapping[key]))
  return { ...mapping, ...Object.fromEntries(rest.map((column) => [column.key, keep ? attributeTarget(column) : null])) }
}
