import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'

import { ApiError } from '@/lib/api/error'
import { formatBytes } from '@/lib/format'

import { uploadKeys } from '../api/keys'
import { uploadLimitQuery } from '../api/uploadLimit'
import type { Upload } from '../api/types'
import { failTransfer, sendFile } from './transfer'

/** Sends a file; leads to its "Ready?" page, or tells of it when the person has moved on to another page. */
export function useStartUpload(): (file: File) => void {
  const router = useRouter()
  const queries = useQueryClient()
  return useCallback(
    (file: File) => {
      const refused = refusal(file, queries.getQueryData(uploadLimitQuery.queryKey))
      if (refused) {
        failTransfer(file, refused)
        return
      }
      void sendFile(file).then(async (upload) => {
        await queries.invalidateQueries({ queryKey: uploadKeys.unfinished })
        if (!upload) return
        queries.setQueryData(uploadKeys.one(upload.id), upload)
        if (router.state.location.pathname === '/upload') await router.navigate({ to: '/upload/$uploadId', params: { uploadId: upload.id } })
        else tell(upload)
      })
    },
    [router, queries],
  )
}

/** What need not be sent to be known. */
function refusal(file: File, limit: number | null | undefined): ApiError | undefined {
  if (file.size === 0) return refused('file_empty', `${file.name} is empty. Choose a file with a header line and at least one row.`)
  if (limit != null && file.size > limit) {
    return refused('file_too_large', `${file.name} has ${formatBytes(file.size)}, and at most ${formatBytes(limit)} are taken. Compress it with gzip, or split it.`)
  }
  return undefined
}

function refused(code: string, detail: string): ApiError {
  return new ApiError(0, { code, detail, errors: [] })
}

function tell(upload: Upload): void {
  const id = `upload-${upload.id}`
  notifications.show({
    id,
    title: `${upload.filename} is ready`,
    message: (
      <Link to="/upload/$uploadId" params={{ uploadId: upload.id }} onClick={() => notifications.hide(id)}>
        Look at it and import
      </Link>
    ),
    autoClose: false,
  })
}
