import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { api, type Schemas, unwrap } from '@/lib/api/client'

import type { LogSearch } from '../log/search'
import { isEventName } from '../log/words'
import { accessKeys } from './keys'

export type AccessEvent = Schemas['AccessEventView']
type EventPage = Schemas['Page_AccessEventView_']

const LIMIT = 50

export function eventsQuery({ page = 1, event, ...filter }: LogSearch) {
  const named = isEventName(event) ? { event } : {}
  return queryOptions({
    queryKey: accessKeys.events({ page, event, ...filter }),
    // The same address answers in CSV too, but only where that is asked for.
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/access-events', { params: { query: { page, limit: LIMIT, ...named, ...filter } }, signal }))) as EventPage,
    placeholderData: keepPreviousData,
  })
}

/** Where all events that fit are downloaded from. */
export function eventsAddress({ event, actor, subject, address }: LogSearch): string {
  const given = Object.entries({ event, actor, subject, address }).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return `/api/v1/access-events?${new URLSearchParams([['format', 'csv'], ...given]).toString()}`
}
