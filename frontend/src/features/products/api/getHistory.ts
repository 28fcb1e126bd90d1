import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

import { productKeys } from './keys'

const ENTRIES_A_PAGE = 20

/** The history of one version of a product: when the product changes, it has another one. */
export function historyQuery(id: number, etag: string | null) {
  return infiniteQueryOptions({
    queryKey: productKeys.history(id, etag),
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/products/{product_id}/history', {
          params: { path: { product_id: id }, query: { page: pageParam, limit: ENTRIES_A_PAGE } },
          signal,
        }),
      ),
    initialPageParam: 1,
    getNextPageParam: ({ page, pages }) => ((page ?? 1) < (pages ?? 1) ? (page ?? 1) + 1 : undefined),
    placeholderData: keepPreviousData,
  })
}
