import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

import { webhookKeys } from './keys'

const AGAIN_MS = 15_000

/** How the receiver has answered over so many hours, in so many steps. */
export function statsQuery(id: string, hours: number, buckets: number) {
  return queryOptions({
    queryKey: webhookKeys.stats(id, hours, buckets),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/webhooks/{webhook_id}/stats', { params: { path: { webhook_id: id }, query: { hours, buckets } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  })
}
