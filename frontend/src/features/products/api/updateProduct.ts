import { useMutation, useQueryClient } from '@tanstack/react-query'

import { api, unwrapTagged } from '@/lib/api/client'

import { productKeys } from './keys'
import type { ProductPatch, TaggedProduct } from './types'

export interface Change {
  patch: ProductPatch
  etag: string | null
}

/** Changes the version that was read; 412 when it is gone. */
export function patchProduct(id: number, patch: ProductPatch, etag: string | null): Promise<TaggedProduct> {
  return unwrapTagged(
    api.PATCH('/api/v1/products/{product_id}', { params: { path: { product_id: id }, header: { 'if-match': etag ?? undefined } }, body: patch }),
  )
}

export function useUpdateProduct(id: number) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ patch, etag }: Change) => patchProduct(id, patch, etag),
    onSuccess: (changed) => {
      queries.setQueryData(productKeys.one(id), changed)
      // Not waited for: what was saved is shown at once, also where a list takes a while.
      void queries.invalidateQueries({ queryKey: productKeys.lists })
    },
  })
}
