import { useNavigate } from '@tanstack/react-router'

import { useCreateImport } from '../api/createImport'
import { useDropCheck } from '../api/dropCheck'
import type { Import, ImportOptions } from '../api/types'

/** Plans the same file under other rules, in place of the import that waits. */
export function useCheckAgain(one: Import) {
  const navigate = useNavigate()
  const create = useCreateImport()
  const drop = useDropCheck()
  const check = (changed: Partial<ImportOptions>) =>
    create.mutate(
      { upload_id: one.upload_id, mapping: one.mapping, options: { ...one.options, ...changed, confirm: true } },
      {
        onSuccess: ({ id }) => {
          drop.mutate(one.id)
          void navigate({ to: '/imports/$importId/plan', params: { importId: id } })
        },
      },
    )
  return { check, isPending: create.isPending, error: create.error }
}
