import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { api, type Schemas, unwrap } from '@/lib/api/client'

import type { LogSearch } from '../log/search'
import { accessKeys } from './keys'

export type AccessEvent = Schemas['AccessEventView']
type EventPage = Schemas['Page_AccessEventView_']

const LIMIT = 50

export function eventsQuery({ page = 1, ...filter }: LogSearch) {
  return queryOptions({
    queryKey: accessKeys.events({ page, ...filter }),
    // The same address answers in CSV too, but only where that is asked for.
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/access-events', { params: { query: { page, limit: LIMIT, ...filter } }, signal }))) as EventPage,
    placeholderData: keepPreviousData,
  })
}

/** Where all events that fit are downloaded from. */
export function eventsAddress({ event, actor, subject, address }: LogSearch): string {
  const given = Object.entries({ event, actor, subject, address }).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return `/api/v1/access-events?${new URLSearchParams([['format', 'csv'], ...given]).toString()}`
}
