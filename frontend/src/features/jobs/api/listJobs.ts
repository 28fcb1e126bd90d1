import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

import { isOver, type Job } from './job'
import { jobKeys } from './keys'

const BUSY_MS = 2000
const IDLE_MS = 15_000
const RECENT = 20

export function jobsQuery(page: number, limit: number) {
  return queryOptions({
    queryKey: jobKeys.list(page, limit),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/jobs', { params: { query: { page, limit } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some((job) => !isOver(job)) ? BUSY_MS : IDLE_MS),
  })
}

/** Everything that runs or waits, the newest first; looks often while there is something, seldom otherwise. */
export function useRunningJobs(): Job[] {
  const { data } = useQuery(jobsQuery(1, RECENT))
  return data?.items.filter((job) => !isOver(job)) ?? []
}
