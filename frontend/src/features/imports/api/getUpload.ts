import { queryOptions } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

import { uploadKeys } from './keys'

/** An upload never changes, so it is asked for once. */
export function uploadQuery(id: string) {
  return queryOptions({
    queryKey: uploadKeys.one(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/uploads/{upload_id}', { params: { path: { upload_id: id } }, signal })),
    staleTime: Infinity,
  })
}
