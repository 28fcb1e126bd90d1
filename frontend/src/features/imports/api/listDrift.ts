import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

import { importKeys } from './keys'

export const DRIFT_A_PAGE = 25

/** Rows of a finished import that came out otherwise than planned. */
export function driftQuery(importId: string, page: number) {
  return queryOptions({
    queryKey: importKeys.drift(importId, page),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/imports/{import_id}/drift', {
          params: { path: { import_id: importId }, query: { page, limit: DRIFT_A_PAGE } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
}
