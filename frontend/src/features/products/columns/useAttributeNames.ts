import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { attributesQuery } from '../api/listAttributes'
import type { Product } from '../api/types'

/** Names of attributes to choose from: those in use anywhere, then any that only the products on this page have. */
export function useAttributeNames(products: Product[]): string[] {
  const { data } = useQuery(attributesQuery())
  return useMemo(() => {
    const common = data?.items.map(({ name }) => name) ?? []
    return [...new Set([...common, ...products.flatMap(({ attributes }) => Object.keys(attributes))])]
  }, [data, products])
}
