import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

import { importKeys } from './keys'
import type { Reject } from './types'

export const REJECTS_A_PAGE = 25

export function rejectsQuery(importId: string, code: string | undefined, page: number) {
  return queryOptions({
    queryKey: importKeys.rejects(importId, code, page),
    queryFn: async ({ signal }) => {
      // The URL may name any code; one that does not exist is refused in a sentence.
      const query = { code: code as Reject['code'] | undefined, page, limit: REJECTS_A_PAGE }
      const path = { import_id: importId }
      const found = await unwrap(api.GET('/api/v1/imports/{import_id}/rejects', { params: { path, query }, signal }))
      if (typeof found === 'string') throw new TypeError('asked for JSON, got CSV')
      return found
    },
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
}

export function rejectsFileUrl(importId: string): string {
  return `/api/v1/imports/${importId}/rejects?format=csv&bom=true`
}
