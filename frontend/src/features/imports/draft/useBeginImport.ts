import { useNavigate } from '@tanstack/react-router'

import { useCreateImport } from '../api/createImport'
import { useDropCheck } from '../api/dropCheck'
import type { Upload } from '../api/types'
import type { DraftOf } from './useDraft'

/** Imports an upload as its draft says, at once or after a look at what would change; a check that waits is replaced. */
export function useBeginImport(upload: Upload, draft: DraftOf) {
  const navigate = useNavigate()
  const create = useCreateImport()
  const drop = useDropCheck()

  const begin = (check: boolean) => {
    const options = { ...draft.options, confirm: check || draft.options.confirm }
    const before = draft.check
    create.mutate(
      { upload_id: upload.id, mapping: draft.mapping, options },
      {
        onSuccess: ({ id }) => {
          if (before) drop.mutate(before)
          draft.setCheck(options.confirm ? id : undefined)
          const to = options.confirm ? '/imports/$importId/plan' : '/imports/$importId'
          void navigate({ to, params: { importId: id } })
        },
      },
    )
  }
  const asked = create.isPending || create.isSuccess ? create.variables.options?.confirm : undefined
  return {
    importNow: () => begin(false),
    check: () => begin(true),
    isStarting: asked === false,
    isChecking: asked === true,
    error: create.error,
  }
}
