import { queryOptions } from '@tanstack/react-query'

import { api, type Schemas, unwrap } from '@/lib/api/client'

export type Status = Schemas['StatusView']
export type Check = Schemas['CheckView']
export type State = Check['state']
export type Limits = Schemas['LimitsView']
export type Workers = Schemas['WorkersView']

const CALM_MS = 20_000
/** Whoever mends something looks here whether it worked. */
const TROUBLED_MS = 5000

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/status', { signal })),
  refetchInterval: ({ state }) => (state.data?.state === 'ok' ? CALM_MS : TROUBLED_MS),
  retry: false,
})

export const workersQuery = queryOptions({
  queryKey: ['workers'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/workers', { signal })),
  refetchInterval: ({ state }) => (state.data?.state === 'ok' ? CALM_MS : TROUBLED_MS),
  retry: false,
})
