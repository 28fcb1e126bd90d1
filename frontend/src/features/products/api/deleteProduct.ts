import { useMutation, useQueryClient } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

import { productKeys } from './keys'

export function useDeleteProduct() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: number) => unwrap(api.DELETE('/api/v1/products/{product_id}', { params: { path: { product_id: id } } })),
    onSuccess: async (_, id) => {
      queries.removeQueries({ queryKey: productKeys.one(id) })
      await queries.invalidateQueries({ queryKey: productKeys.lists })
    },
  })
}
