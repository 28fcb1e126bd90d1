import { useMutation, useQueryClient } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

import { jobKeys } from './keys'

export function useCancelJob() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/jobs/{job_id}', { params: { path: { job_id: id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: jobKeys.all }),
  })
}
