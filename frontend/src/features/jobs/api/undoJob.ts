import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

import { jobKeys } from './keys'

/** What undoing a job would take back at this moment; asked anew whenever it is looked at. */
export function jobUndoQuery(id: string) {
  return queryOptions({
    queryKey: [...jobKeys.one(id), 'undo'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/jobs/{job_id}/undo', { params: { path: { job_id: id } }, signal })),
    staleTime: 0,
  })
}

export function useUndoJob(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/jobs/{job_id}/undo', { params: { path: { job_id: id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: jobKeys.all }),
  })
}
