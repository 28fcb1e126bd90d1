import { queryOptions } from '@tanstack/react-query'

import { unwrap } from '@/lib/api/client'

import { productKeys } from './keys'

export interface AttributeName {
  name: string
  /** The share of a sample of products that has it, 0 to 1. */
  filled: number
}

/** The names of attributes in use, the most common first. */
export function attributesQuery() {
  return queryOptions({
    queryKey: productKeys.attributes,
    queryFn: ({ signal }) => unwrap(ask(signal)),
    staleTime: 60_000,
  })
}

async function ask(signal: AbortSignal) {
  const response = await fetch('/api/v1/products/attributes', { signal })
  const body = (await response.json()) as { items: AttributeName[] }
  return response.ok ? { data: body, response } : { error: body, response }
}
