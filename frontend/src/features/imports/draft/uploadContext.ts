import { createContext, use } from 'react'

import type { Upload } from '../api/types'

export const UploadContext = createContext<Upload | undefined>(undefined)

/** The upload whose steps are shown; `UploadLayout` has loaded it. */
export function useUpload(): Upload {
  const upload = use(UploadContext)
  if (!upload) throw new Error('no UploadLayout around this page')
  return upload
}
