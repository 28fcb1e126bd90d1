import { queryOptions } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

import { productKeys } from './keys'

/** The names of attributes in use, the most common first. */
export function attributesQuery() {
  return queryOptions({
    queryKey: productKeys.attributes,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/products/attributes', { signal })),
    staleTime: 60_000,
  })
}
