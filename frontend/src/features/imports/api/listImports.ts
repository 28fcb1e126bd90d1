import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { isOver } from '@/features/jobs/api/job'
import { api, unwrap } from '@/lib/api/client'

import { importKeys } from './keys'

const BUSY_MS = 2000
const NAMED = 100

export function importsQuery(page: number, limit: number) {
  return queryOptions({
    queryKey: importKeys.list(page, limit),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/imports', { params: { query: { page, limit } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some((one) => !isOver(one)) ? BUSY_MS : false),
  })
}

/** File names of the newest imports by id, for pages that know jobs alone. */
export function useImportNames(): ReadonlyMap<string, string> {
  const { data } = useQuery({ ...importsQuery(1, NAMED), refetchInterval: false })
  return useMemo(() => new Map(data?.items.map((one) => [one.id, one.filename])), [data])
}
