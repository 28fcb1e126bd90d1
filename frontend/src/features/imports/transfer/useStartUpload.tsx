import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'

import { uploadKeys } from '../api/keys'
import type { Upload } from '../api/types'
import { failTransfer, sendFile } from './transfer'

/** Sends a file; leads to its "Ready?" page, or tells of it when the person has moved on to another page. */
export function useStartUpload(): (file: File) => void {
  const router = useRouter()
  const queries = useQueryClient()
  return useCallback(
    (file: File) => {
      if (file.size === 0) {
        failTransfer(file, 'file_empty', `${file.name} is empty. Choose a file with a header line and at least one row.`)
        return
      }
      void sendFile(file).then(async (upload) => {
        if (!upload) return
        queries.setQueryData(uploadKeys.one(upload.id), upload)
        if (router.state.location.pathname === '/upload') await router.navigate({ to: '/upload/$uploadId', params: { uploadId: upload.id } })
        else tell(upload)
      })
    },
    [router, queries],
  )
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
