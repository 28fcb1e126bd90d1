import { type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query'

import { webhookKeys } from './keys'

/** Keeps a secret that was just made, in the memory of this tab alone: the server never tells it again. */
export function keepSecret(queries: QueryClient, id: string, secret: string | null): void {
  queries.setQueryDefaults(webhookKeys.secret(id), { gcTime: Infinity })
  queries.setQueryData(webhookKeys.secret(id), secret)
}

/** The secret while it is still to be copied, and how to forget it. */
export function useFreshSecret(id: string): [string | null, () => void] {
  const queries = useQueryClient()
  const { data = null } = useQuery<string | null>({ queryKey: webhookKeys.secret(id), queryFn: skipToken, staleTime: Infinity })
  return [data, () => keepSecret(queries, id, null)]
}
