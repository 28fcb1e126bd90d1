import { queryOptions } from '@tanstack/react-query'

import { fetchLoggedIn } from '@/lib/api/client'

import { forget, unfinished } from '../transfer/resumable'
import { uploadKeys } from './keys'

export interface Unfinished {
  url: string
  filename: string
  size: number
  /** Bytes the server has; all of them, where only the answer was lost. */
  loaded: number
  begunAt: string
}

/** Uploads that broke off in this browser and that the server still holds. */
export const unfinishedQuery = queryOptions({
  queryKey: uploadKeys.unfinished,
  queryFn: async (): Promise<Unfinished[]> => {
    const known = await unfinished()
    return (await Promise.all(known.map(({ uploadUrl, metadata, creationTime }) => look(uploadUrl, metadata.filename, creationTime)))).filter((one) => one !== undefined)
  },
})

async function look(url: string | null, filename: string | undefined, begunAt: string): Promise<Unfinished | undefined> {
  if (!url || !filename) return undefined
  const answer = await fetchLoggedIn(new Request(url, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } }))
  if (answer.status === 404 || answer.status === 410) await forget(url)
  if (!answer.ok) return undefined
  return { url, filename, begunAt, size: Number(answer.headers.get('Upload-Length')), loaded: Number(answer.headers.get('Upload-Offset')) }
}
