import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

import { webhookKeys } from './keys'

const AGAIN_MS = 5000

export function webhooksQuery(page: number, limit: number) {
  return queryOptions({
    queryKey: webhookKeys.list(page, limit),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/webhooks', { params: { query: { page, limit } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  })
}
