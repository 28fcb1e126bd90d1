import { useMutation, useQueryClient } from '@tanstack/react-query'

import { jobQuery } from '@/features/jobs/api/getJob'
import { jobKeys } from '@/features/jobs/api/keys'
import { api, unwrap } from '@/lib/api/client'

import { importKeys } from './keys'

/** Lets a planned import go on; the server refuses a plan that the catalogue has changed under, and plans again. */
export function useConfirmImport(id: string, onConfirmed: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (version: number) => unwrap(api.POST('/api/v1/imports/{import_id}/confirm', { params: { path: { import_id: id } }, body: { plan_version: version } })),
    onSuccess: async (confirmed) => {
      // An answer that is still on its way would say that it waits, and lead back to the plan.
      await Promise.all([queries.cancelQueries({ queryKey: importKeys.one(id) }), queries.cancelQueries({ queryKey: jobKeys.one(id) })])
      queries.setQueryData(importKeys.one(id), confirmed)
      // Its version tells events that come late from those that are news.
      await queries.fetchQuery({ ...jobQuery(id), staleTime: 0 })
      onConfirmed()
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: importKeys.one(id) }),
        queries.invalidateQueries({ queryKey: jobKeys.one(id) }),
        queries.invalidateQueries({ queryKey: importKeys.lists }),
      ]),
  })
}
