import type { ProductsSearch } from '../search'

export const productKeys = {
  all: ['products'] as const,
  lists: ['products', 'list'] as const,
  list: (search: ProductsSearch) => ['products', 'list', search] as const,
  one: (id: number) => ['products', 'one', id] as const,
  history: (id: number, etag: string | null) => ['products', 'history', id, etag] as const,
}
