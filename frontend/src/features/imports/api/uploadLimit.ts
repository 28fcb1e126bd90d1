import { queryOptions } from '@tanstack/react-query'

import { fetchLoggedIn } from '@/lib/api/client'

import { RESUMABLE_PATH } from '../transfer/resumable'

/** How many bytes a file may have, or null where the server sets no limit; tus says it in the answer to OPTIONS. */
export const uploadLimitQuery = queryOptions({
  queryKey: ['uploads', 'limit'],
  queryFn: async ({ signal }): Promise<number | null> => {
    const answer = await fetchLoggedIn(new Request(RESUMABLE_PATH, { method: 'OPTIONS', signal }))
    const limit = Number(answer.headers.get('Tus-Max-Size'))
    return limit > 0 ? limit : null
  },
  staleTime: Infinity,
})
