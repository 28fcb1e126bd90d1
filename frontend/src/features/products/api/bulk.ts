import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import type { Job } from '@/features/jobs/api/job'
import { jobKeys } from '@/features/jobs/api/keys'
import { api, type Schemas, unwrap } from '@/lib/api/client'

export type BulkChange = Schemas['BulkRequest']
export type BulkAction = BulkChange['action']
export type BulkValues = Schemas['ProductValues']
export type Kept = Schemas['KeptView']

export interface BulkResult {
  action: BulkAction
  selected: number
  changed: number
  unchanged: number
  kept: number
}

/** Begins a change of many products, which runs as a job. */
export function useBulkChange() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BulkChange) => unwrap(api.POST('/api/v1/products/bulk', { body })),
    onSuccess: (job) => remember(queries, job),
  })
}

/** Begins to take back what a job has changed, as a job of its own. */
export function useUndoJob() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/jobs/{job_id}/undo', { params: { path: { job_id: id } } })),
    onSuccess: (job) => remember(queries, job),
  })
}

async function remember(queries: ReturnType<typeof useQueryClient>, job: Job): Promise<void> {
  queries.setQueryData(jobKeys.one(job.id), job)
  await queries.invalidateQueries({ queryKey: jobKeys.lists })
}

const KEPT_SHOWN = 50

/** The first of the products that a finished job has left as they are, each with the reason. */
export function keptQuery(jobId: string) {
  return queryOptions({
    queryKey: [...jobKeys.one(jobId), 'kept'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/jobs/{job_id}/kept', { params: { path: { job_id: jobId }, query: { limit: KEPT_SHOWN } }, signal })),
  })
}
