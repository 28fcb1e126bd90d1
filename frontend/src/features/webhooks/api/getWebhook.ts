import { queryOptions } from '@tanstack/react-query'

import { api, unwrapTagged } from '@/lib/api/client'

import { webhookKeys } from './keys'

const BUSY_MS = 2000
const IDLE_MS = 5000

/** A webhook with its tag; looks often while something is owed to it. */
export function webhookQuery(id: string) {
  return queryOptions({
    queryKey: webhookKeys.one(id),
    queryFn: ({ signal }) => unwrapTagged(api.GET('/api/v1/webhooks/{webhook_id}', { params: { path: { webhook_id: id } }, signal })),
    refetchInterval: ({ state }) => (state.data && state.data.data.pending_count > 0 ? BUSY_MS : IDLE_MS),
  })
}
