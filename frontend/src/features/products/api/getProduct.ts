import { queryOptions } from '@tanstack/react-query'

import { api, unwrapTagged } from '@/lib/api/client'

import { productKeys } from './keys'

export function productQuery(id: number) {
  return queryOptions({
    queryKey: productKeys.one(id),
    queryFn: ({ signal }) => unwrapTagged(api.GET('/api/v1/products/{product_id}', { params: { path: { product_id: id } }, signal })),
    // A form is being filled in on top of it: what others change meanwhile is told by the 412 of saving.
    refetchOnWindowFocus: false,
  })
}
