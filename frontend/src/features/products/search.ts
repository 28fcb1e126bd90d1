export const SORTS = ['sku', 'name', 'price', 'active', 'created_at', 'updated_at', 'deleted_at'] as const
export type SortKey = (typeof SORTS)[number]
export type Sort = SortKey | `-${SortKey}`

export const PAGE_SIZES = [50, 100, 200, 500] as const
export const DEFAULT_SORT: Sort = '-created_at'
export const DEFAULT_LIMIT = 50

const TEXTS = ['q', 'sku', 'name', 'description', 'price_min', 'price_max'] as const
const DAYS = ['created_after', 'updated_after'] as const
const FIELD_LISTS = ['empty', 'filled'] as const
const ATTRIBUTE = 'attributes.'

export type AttributeKey = `attributes.${string}`

/** Everything the products page shows, as it stands in its URL; what is at its default is left out. */
export interface ProductsSearch {
  q?: string
  sku?: string
  name?: string
  description?: string
  price_min?: string
  price_max?: string
  active?: boolean
  /** A day, as `2026-11-25`, of the reader's own calendar. */
  created_after?: string
  updated_after?: string
  /** Names of fields, separated by commas; see `fieldsIn`. */
  empty?: string
  filled?: string
  /** The trash instead of the catalogue. */
  trashed?: 'only'
  sort?: Sort
  page?: number
  limit?: number
  /** The product whose drawer is open, or `new`. */
  product?: number | 'new'
  /** The saved view that this began from. */
  view?: string
  /** An attribute that must have exactly this value. */
  [attribute: AttributeKey]: string | undefined
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const UUID = /^[0-9a-f-]{36}$/

/** Reads the URL's parameters, all of them text; what does not make sense is dropped. */
export function productsSearch(from: Record<string, unknown>): ProductsSearch {
  const read = (name: string) => (typeof from[name] === 'boolean' || typeof from[name] === 'number' ? String(from[name]) : from[name])
  const found: ProductsSearch = {}
  for (const name of [...TEXTS, ...FIELD_LISTS, ...Object.keys(from).filter(isAttributeKey)]) {
    const value = read(name)
    if (typeof value === 'string' && value !== '') found[name] = value
  }
  for (const name of DAYS) {
    const day = read(name)
    if (typeof day === 'string' && DAY.test(day) && !Number.isNaN(Date.parse(day))) found[name] = day
  }
  const active = read('active')
  if (active === 'true' || active === 'false') found.active = active === 'true'
  if (read('trashed') === 'only') found.trashed = 'only'
  const sort = read('sort')
  if (isSort(sort) && sort !== DEFAULT_SORT) found.sort = sort
  const page = whole(read('page'))
  if (page !== undefined && page > 1) found.page = page
  const limit = whole(read('limit'))
  if (limit !== DEFAULT_LIMIT && PAGE_SIZES.some((size) => size === limit)) found.limit = limit
  const product = read('product')
  const id = whole(product)
  if (product === 'new') found.product = 'new'
  else if (id !== undefined && id > 0) found.product = id
  const view = read('view')
  if (typeof view === 'string' && UUID.test(view)) found.view = view
  return found
}

export function isAttributeKey(name: string): name is AttributeKey {
  return name.startsWith(ATTRIBUTE) && name.length > ATTRIBUTE.length
}

/** The attribute that a column or filter such as `attributes.colour` is about. */
export function attributeOf(name: AttributeKey): string {
  return name.slice(ATTRIBUTE.length)
}

type FilterName = (typeof TEXTS)[number] | (typeof DAYS)[number] | (typeof FIELD_LISTS)[number] | 'active' | AttributeKey

/** The names of the filters that are set; the trash is a view and no filter. */
export function filterNames(search: ProductsSearch): FilterName[] {
  const fixed = [...TEXTS, 'active' as const, ...DAYS, ...FIELD_LISTS].filter((name) => search[name] !== undefined)
  return [...fixed, ...Object.keys(search).filter(isAttributeKey)]
}

export function isFiltered(search: ProductsSearch): boolean {
  return filterNames(search).length > 0
}

/** `search` with other filters: it goes back to the first page. */
export function filtered(search: ProductsSearch, change: Partial<ProductsSearch>): ProductsSearch {
  return productsSearch({ ...search, ...change, page: undefined })
}

export function unfiltered(search: ProductsSearch): ProductsSearch {
  return filtered(search, Object.fromEntries(filterNames(search).map((name) => [name, undefined])))
}

/** The names in `empty` or `filled`: a comma within a name is percent-encoded, so that the URL stays readable. */
export function fieldsIn(list: string | undefined): string[] {
  return (list ?? '').split(',').filter(Boolean).map(decoded)
}

export function fieldList(fields: string[]): string | undefined {
  return fields.length > 0 ? fields.map((field) => field.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',') : undefined
}

function decoded(field: string): string {
  return field.replaceAll('%2C', ',').replaceAll('%25', '%')
}

export function toSort(key: string, descending: boolean): Sort | undefined {
  const sort = `${descending ? '-' : ''}${key}`
  return isSort(sort) ? sort : undefined
}

function isSort(value: unknown): value is Sort {
  return typeof value === 'string' && (SORTS as readonly string[]).includes(value.replace(/^-/, ''))
}

function whole(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined
}
