import { queryOptions } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

import { webhookKeys } from './keys'

/** The catalogue of events, each with its example; it changes with the server's version alone. */
export const eventTypesQuery = queryOptions({
  queryKey: webhookKeys.eventTypes,
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/event-types', { signal }))).items,
  staleTime: Infinity,
})
