import { QueryClient } from '@tanstack/react-query'

import { ApiError } from '@/lib/api/error'

const TRIES = 2

/** What the server refuses will be refused again; only an answer that never came is worth asking for once more. */
function worthRetrying(failures: number, error: Error): boolean {
  const temporary = !(error instanceof ApiError) || error.status === 0 || error.status >= 500
  return temporary && failures < TRIES
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 3000 },
    mutations: { retry: false },
  },
})
