import { fieldLabel } from '../components/fieldLabels'
import { attributeOf, fieldList, fieldsIn, isAttributeKey, type ProductsSearch } from '../search'

/** One filter beyond those that always have a chip. */
export interface ExtraFilter {
  id: string
  label: string
  value: string
  without: Partial<ProductsSearch>
}

const DAY = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' })

/** The filters that are set and have no chip while they are not, in words. */
export function extraFilters(search: ProductsSearch): ExtraFilter[] {
  const found: ExtraFilter[] = []
  const { description, created_after: created, updated_after: updated } = search
  if (description !== undefined) found.push({ id: 'description', label: 'Description', value: description, without: { description: undefined } })
  if (created !== undefined) found.push({ id: 'created_after', label: 'Created since', value: dayOf(created), without: { created_after: undefined } })
  if (updated !== undefined) found.push({ id: 'updated_after', label: 'Changed since', value: dayOf(updated), without: { updated_after: undefined } })
  for (const name of Object.keys(search).filter(isAttributeKey)) {
    const value = search[name]
    if (value !== undefined) found.push({ id: name, label: attributeOf(name), value, without: { [name]: undefined } })
  }
  return [...found, ...fieldFilters(search, 'empty'), ...fieldFilters(search, 'filled')]
}

function fieldFilters(search: ProductsSearch, kind: 'empty' | 'filled'): ExtraFilter[] {
  const fields = fieldsIn(search[kind])
  return fields.map((field) => ({
    id: `${kind} ${field}`,
    label: fieldLabel(field),
    value: kind,
    without: { [kind]: fieldList(fields.filter((one) => one !== field)) },
  }))
}

function dayOf(day: string): string {
  return DAY.format(new Date(`${day}T00:00:00`))
}

/** `search` with one more field that must be empty, or filled. */
export function withField(search: ProductsSearch, kind: 'empty' | 'filled', field: string): Partial<ProductsSearch> {
  return { [kind]: fieldList([...new Set([...fieldsIn(search[kind]), field])]) }
}
