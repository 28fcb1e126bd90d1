import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { api, type Schemas, unwrap } from '@/lib/api/client'

import { webhookKeys } from './keys'
import type { DeliveryStatus } from './types'

const A_PAGE = 50
const BUSY_MS = 2000
const IDLE_MS = 4000
/** Whoever has gone back in the log reads; all of its pages are asked for again. */
const READING_MS = 20_000

export interface DeliveryFilter {
  status?: DeliveryStatus
  event?: string
}

/** The log of a webhook, the newest first; what arrives shows up by itself. */
export function deliveriesQuery(id: string, filter: DeliveryFilter) {
  return infiniteQueryOptions({
    queryKey: [...webhookKeys.deliveries(id), filter] as const,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/webhooks/{webhook_id}/deliveries', {
          params: { path: { webhook_id: id }, query: { ...filter, limit: A_PAGE, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor: next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => {
      const pages = state.data?.pages ?? []
      if (pages.length > 1) return READING_MS
      return pages.some(({ items }) => items.some(({ status }) => status === 'pending')) ? BUSY_MS : IDLE_MS
    },
  })
}

/** One delivery with what is sent and each attempt; looks again while it is still owed. */
export function deliveryQuery(id: string) {
  return queryOptions({
    queryKey: webhookKeys.delivery(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/deliveries/{delivery_id}', { params: { path: { delivery_id: id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.status === 'pending' ? BUSY_MS : false),
  })
}

/** Sends one delivery again. */
export function useRedeliver(webhookId: string) {
  const refresh = useRefresh(webhookId)
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/deliveries/{delivery_id}/redeliver', { params: { path: { delivery_id: id } } })),
    onSuccess: refresh,
  })
}

/** Sends all that failed again, or the events since a time or of an import. */
export function useReplay(webhookId: string) {
  const refresh = useRefresh(webhookId)
  return useMutation({
    mutationFn: (body: Schemas['ReplayInput']) => unwrap(api.POST('/api/v1/webhooks/{webhook_id}/replay', { params: { path: { webhook_id: webhookId } }, body })),
    onSuccess: refresh,
  })
}

export type TestEvent = Schemas['TestInput']['event']

/** Sends a message now; the answer comes with what the receiver said. */
export function useSendTest(webhookId: string) {
  const refresh = useRefresh(webhookId)
  return useMutation({
    mutationFn: (event: TestEvent) => unwrap(api.POST('/api/v1/webhooks/{webhook_id}/test', { params: { path: { webhook_id: webhookId } }, body: { event } })),
    onSettled: refresh,
  })
}

function useRefresh(webhookId: string): () => void {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: webhookKeys.deliveries(webhookId) })
    void queries.invalidateQueries({ queryKey: webhookKeys.eachDelivery })
    void queries.invalidateQueries({ queryKey: webhookKeys.one(webhookId) })
  }
}
