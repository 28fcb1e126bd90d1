import { useMutation, useQueryClient } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

import { productKeys } from './keys'

export function useRestoreProduct() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: number) => unwrap(api.POST('/api/v1/products/{product_id}/restore', { params: { path: { product_id: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: productKeys.all }),
  })
}
