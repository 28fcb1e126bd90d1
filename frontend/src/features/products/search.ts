export const SORTS = ['sku', 'name', 'price', 'active', 'created_at', 'updated_at'] as const
export type SortKey = (typeof SORTS)[number]
export type Sort = SortKey | `-${SortKey}`

export const PAGE_SIZES = [50, 100, 200, 500] as const
export const DEFAULT_SORT: Sort = '-created_at'
export const DEFAULT_LIMIT = 50

const TEXTS = ['q', 'sku', 'name', 'price_min', 'price_max'] as const

/** Everything the products page shows, as it stands in its URL; what is at its default is left out. */
export interface ProductsSearch {
  q?: string
  sku?: string
  name?: string
  price_min?: string
  price_max?: string
  active?: boolean
  sort?: Sort
  page?: number
  limit?: number
  /** The product whose drawer is open, or `new`. */
  product?: number | 'new'
}

const FILTERS = [...TEXTS, 'active'] as const

/** Reads the URL's parameters, all of them text; what does not make sense is dropped. */
export function productsSearch(from: Record<string, unknown>): ProductsSearch {
  const read = (name: string) => (typeof from[name] === 'boolean' || typeof from[name] === 'number' ? String(from[name]) : from[name])
  const found: ProductsSearch = {}
  for (const name of TEXTS) {
    const value = read(name)
    if (typeof value === 'string' && value !== '') found[name] = value
  }
  const active = read('active')
  if (active === 'true' || active === 'false') found.active = active === 'true'
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
  return found
}

export function isFiltered(search: ProductsSearch): boolean {
  return FILTERS.some((name) => search[name] !== undefined)
}

/** `search` with other filters: it goes back to the first page. */
export function filtered(search: ProductsSearch, change: Partial<ProductsSearch>): ProductsSearch {
  return productsSearch({ ...search, ...change, page: undefined })
}

export function unfiltered(search: ProductsSearch): ProductsSearch {
  return filtered(search, Object.fromEntries(FILTERS.map((name) => [name, undefined])))
}

/** What a click on a column's header asks for: up, down, and back to the default. */
export function nextSort(current: Sort | undefined, key: SortKey): Sort {
  if (current === key) return `-${key}`
  return current === `-${key}` ? DEFAULT_SORT : key
}

function isSort(value: unknown): value is Sort {
  return typeof value === 'string' && (SORTS as readonly string[]).includes(value.replace(/^-/, ''))
}

function whole(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined
}
