import type { Schemas } from '@/lib/api/client'
import type { paths } from '@/lib/api/schema'

import { fieldsIn, filterNames, type ProductsSearch } from '../search'

type ListQuery = NonNullable<paths['/api/v1/products']['get']['parameters']['query']>

/** The filters as the list and the export take them in their URL. */
export function filterQuery(search: ProductsSearch): Record<string, string | boolean | string[]> {
  const query: Record<string, string | boolean | string[]> = search.trashed === undefined ? {} : { trashed: search.trashed }
  for (const name of filterNames(search)) {
    const value = search[name]
    if (value === undefined) continue
    if (name === 'empty' || name === 'filled') query[name] = fieldsIn(search[name])
    else query[name] = name === 'created_after' || name === 'updated_after' ? startOf(String(value)) : value
  }
  return query
}

/** The same as a change of many products takes them, in JSON. */
export function filterBody(search: ProductsSearch): Schemas['ProductFilters'] {
  return filterQuery(search) as Schemas['ProductFilters']
}

/** What `GET /products` is asked for by a page of the grid. */
export function listQuery(search: ProductsSearch): ListQuery {
  const { sort, page, limit } = search
  return { ...filterQuery(search), ...(sort && { sort }), ...(page && { page }), ...(limit && { limit }) }
}

/** A day begins at midnight where the reader is. */
function startOf(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString()
}

/** Where the list's products are as a file, in its order. */
export function exportAddress(search: ProductsSearch, format: 'csv' | 'jsonl' | 'xlsx'): string {
  const query = new URLSearchParams({ format, ...(search.sort && { sort: search.sort }) })
  for (const [name, value] of Object.entries(filterQuery(search))) {
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  return `/api/v1/products/export?${query.toString()}`
}
