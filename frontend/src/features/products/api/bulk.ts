import { useMutation, useQueryClient } from '@tanstack/react-query'

import type { Job } from '@/features/jobs/api/job'
import { jobKeys } from '@/features/jobs/api/keys'
import { api, unwrap } from '@/lib/api/client'

import type { ProductPatch } from './types'

export type BulkAction = 'activate' | 'deactivate' | 'set' | 'delete' | 'restore' | 'purge'

export interface BulkChange {
  action: BulkAction
  ids?: number[]
  filter?: Record<string, unknown>
  values?: ProductPatch
  /** Said when the change reaches everything. */
  confirm?: 'all'
}

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
    mutationFn: (change: BulkChange) => unwrap<Job>(begin(change)),
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

async function begin(change: BulkChange) {
  const response = await fetch('/api/v1/products/bulk', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  })
  const body: unknown = await response.json().catch(() => undefined)
  return response.ok ? { data: body as Job, response } : { error: body, response }
}
