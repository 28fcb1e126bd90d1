import { queryOptions } from '@tanstack/react-query'

import { isOver } from '@/features/jobs/api/job'
import { api, unwrap } from '@/lib/api/client'

import { importKeys } from './keys'

const COUNTS_MS = 1000

/** An import with its counts; looked at each second while it runs, because the job's events carry progress alone. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: importKeys.one(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/imports/{import_id}', { params: { path: { import_id: id } }, signal })),
    refetchInterval: ({ state }) => (state.data && !isOver(state.data) ? COUNTS_MS : false),
  })
}
