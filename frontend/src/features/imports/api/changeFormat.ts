import { useMutation, useQueryClient } from '@tanstack/react-query'

import { api, type Schemas, unwrap } from '@/lib/api/client'

import { uploadKeys } from './keys'

/** What can be said about a file instead of guessing; null lets it be guessed again. */
export type FormatChange = Schemas['FormatOverrides']

/** Has the upload looked at anew; its columns and first rows are those of the answer. */
export function useChangeFormat(uploadId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: FormatChange) => unwrap(api.PATCH('/api/v1/uploads/{upload_id}', { params: { path: { upload_id: uploadId } }, body: change })),
    onSuccess: (upload) => queries.setQueryData(uploadKeys.one(uploadId), upload),
  })
}
