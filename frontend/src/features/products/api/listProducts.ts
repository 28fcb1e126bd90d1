import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

import type { ProductsSearch } from '../search'
import { productKeys } from './keys'
import { listQuery } from './query'

export function productsQuery(search: ProductsSearch) {
  const query = listQuery(search)
  return queryOptions({
    queryKey: productKeys.list(query),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/products', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}
