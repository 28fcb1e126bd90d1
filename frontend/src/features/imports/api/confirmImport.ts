import { useMutation, useQueryClient } from '@tanstack/react-query'

import { jobKeys } from '@/features/jobs/api/keys'
import { api, unwrap } from '@/lib/api/client'

import { importKeys } from './keys'

/** Lets a planned import go on; the server refuses a plan that the catalogue has changed under, and plans again. */
export function useConfirmImport(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (version: number) => unwrap(api.POST('/api/v1/imports/{import_id}/confirm', { params: { path: { import_id: id } }, body: { plan_version: version } })),
    onSuccess: (confirmed) => queries.setQueryData(importKeys.one(id), confirmed),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: importKeys.one(id) }),
        queries.invalidateQueries({ queryKey: jobKeys.one(id) }),
        queries.invalidateQueries({ queryKey: importKeys.lists }),
      ]),
  })
}
