import { useMutation, useQueryClient } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

import { productKeys } from './keys'
import type { ProductCreate } from './types'

export function useCreateProduct() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: ProductCreate) => unwrap(api.POST('/api/v1/products', { body })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: productKeys.lists }),
  })
}
