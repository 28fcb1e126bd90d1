import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import type { Job } from '@/features/jobs/api/job'
import { jobKeys } from '@/features/jobs/api/keys'
import { api, type Schemas, unwrap } from '@/lib/api/client'

import { importKeys } from './keys'

export type UndoPreview = Schemas['UndoPreview']
export type Kept = Schemas['KeptView']

export const KEPT_A_PAGE = 50

/** What an undo would take back at this moment; asked anew whenever it is looked at. */
export function undoPreviewQuery(id: string) {
  return queryOptions({
    queryKey: importKeys.undo(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/imports/{import_id}/undo', { params: { path: { import_id: id } }, signal })),
    staleTime: 0,
  })
}

export function useUndoImport(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/imports/{import_id}/undo', { params: { path: { import_id: id } } })),
    onSuccess: (job: Job) => queries.setQueryData(jobKeys.one(job.id), job),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: importKeys.one(id) }),
        queries.invalidateQueries({ queryKey: importKeys.undo(id) }),
        queries.invalidateQueries({ queryKey: jobKeys.lists }),
      ]),
  })
}

/** Products that a finished undo has left as they are. */
export function keptQuery(jobId: string, page: number) {
  return queryOptions({
    queryKey: [...jobKeys.one(jobId), 'kept', page],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/jobs/{job_id}/kept', { params: { path: { job_id: jobId }, query: { page, limit: KEPT_A_PAGE } }, signal })),
    placeholderData: keepPreviousData,
  })
}
