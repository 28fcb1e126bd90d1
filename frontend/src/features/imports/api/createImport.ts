import { useMutation, useQueryClient } from '@tanstack/react-query'

import { jobKeys } from '@/features/jobs/api/keys'
import { api, unwrap } from '@/lib/api/client'
import type { paths } from '@/lib/api/schema'

import { importKeys } from './keys'
import type { Import, ImportOptions, Mapping } from './types'

type Body = paths['/api/v1/imports']['post']['requestBody']['content']['application/json']

export interface NewImport {
  upload_id: string
  mapping?: Mapping
  options?: Partial<ImportOptions>
}

export function useCreateImport() {
  const queries = useQueryClient()
  return useMutation({
    // The generated type asks for every option, although each has a default.
    mutationFn: (body: NewImport): Promise<Import> => unwrap(api.POST('/api/v1/imports', { body: body as Body })),
    onSuccess: async (created) => {
      queries.setQueryData(importKeys.one(created.id), created)
      await Promise.all([
        queries.invalidateQueries({ queryKey: importKeys.lists }),
        queries.invalidateQueries({ queryKey: jobKeys.lists }),
      ])
    },
  })
}
