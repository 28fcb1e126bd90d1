import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'

import { ApiError } from '@/lib/api/error'
import { sessionQuery } from '@/lib/session'

const TRIES = 2

/** What the server refuses will be refused again; only an answer that never came is worth asking for once more. */
function worthRetrying(failures: number, error: Error): boolean {
  const temporary = !(error instanceof ApiError) || error.status === 0 || error.status >= 500
  return temporary && failures < TRIES
}

/** The role has changed since it was asked for; what is no longer allowed is no longer offered. */
function onRefused(error: Error): void {
  if (error instanceof ApiError && error.code === 'role_too_low') void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: onRefused }),
  mutationCache: new MutationCache({ onError: onRefused }),
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 3000 },
    mutations: { retry: false },
  },
})
