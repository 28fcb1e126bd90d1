import { useMutation, useQueryClient } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

import { productKeys } from './keys'

export function useDeleteProduct() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: number) => unwrap(api.DELETE('/api/v1/products/{product_id}', { params: { path: { product_id: id } } })),
    onSuccess: (_, id) => {
      queries.removeQueries({ queryKey: productKeys.one(id) })
      // Not waited for: whoever asked may be gone from the screen before the last list has come.
      void queries.invalidateQueries({ queryKey: productKeys.lists })
    },
  })
}
