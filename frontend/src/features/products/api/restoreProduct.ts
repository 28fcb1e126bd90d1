import { useMutation, useQueryClient } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

import { productKeys } from './keys'

export function useRestoreProduct() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: number) => unwrap(api.POST('/api/v1/products/{product_id}/restore', { params: { path: { product_id: id } } })),
    // Not waited for: whoever asked may be gone from the screen before the last list has come.
    onSuccess: () => void queries.invalidateQueries({ queryKey: productKeys.all }),
  })
}
