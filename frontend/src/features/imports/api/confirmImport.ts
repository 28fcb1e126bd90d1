import { useMutation, useQueryClient } from '@tanstack/react-query'

import { jobQuery } from '@/features/jobs/api/getJob'
import { jobKeys } from '@/features/jobs/api/keys'
import { api, unwrap } from '@/lib/api/client'

import { importKeys } from './keys'

const confirmed = new Map<string, number>()

/** Whether this plan was confirmed here: news that is late may still say that it waits. */
export function wasConfirmed(id: string, version: number | undefined): boolean {
  return version !== undefined && version <= (confirmed.get(id) ?? 0)
}

/** Lets a planned import go on; the server refuses a plan that the catalogue has changed under, and plans again. */
export function useConfirmImport(id: string, onConfirmed: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (version: number) => unwrap(api.POST('/api/v1/imports/{import_id}/confirm', { params: { path: { import_id: id } }, body: { plan_version: version } })),
    onSuccess: async (answer, version) => {
      confirmed.set(id, version)
      // An answer that is still on its way would say that it waits, and lead back to the plan.
      await Promise.all([queries.cancelQueries({ queryKey: importKeys.one(id) }), queries.cancelQueries({ queryKey: jobKeys.one(id) })])
      queries.setQueryData(importKeys.one(id), answer)
      // Its version tells events that come late from those that are news.
      await queries.query({ ...jobQuery(id), staleTime: 0 })
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
