import type { PreviousUpload } from 'tus-js-client'

import { api, unwrap } from '@/lib/api/client'
import { ApiError, problemOf } from '@/lib/api/error'
import { loginAgain } from '@/lib/api/loginAgain'

import type { Upload } from '../api/types'

export const RESUMABLE_PATH = '/api/v1/uploads/resumable'

// A piece is safe on the server once it is whole; after a broken connection or a closed browser at most one is sent again.
const PIECE_BYTES = 4 * 1024 * 1024
const AGAIN_AFTER_MS = [500, 1000, 3000, 5000, 10_000]

export interface Sending {
  /** Rejects with an ApiError, or with `CANCELLED`. */
  upload: Promise<Upload>
  pause: () => void
  resume: () => void
  cancel: () => Promise<void>
}

interface Progress {
  /** Called each time bytes begin to flow, with how many are there already. */
  onBegin: (offset: number) => void
  onProgress: (loaded: number) => void
}

const CANCELLED = Symbol('cancelled')

export function cancelled(reason: unknown): boolean {
  return reason === CANCELLED
}

/** The tus client, loaded with the first file: a page that only looks at imports has no need of it. */
export function tus() {
  return import('tus-js-client')
}

/** Sends a file by tus 1.0; one that had broken off before, in whichever tab, goes on from where it was. */
export function sendResumably(file: File, progress: Progress): Sending {
  const { promise, resolve, reject } = Promise.withResolvers<Upload>()
  const begun = { yet: false, over: false }
  const ready = prepared(file, begun, progress, resolve, reject)
  // A part of this page that cannot be loaded is a failure of the transfer too.
  ready.catch(() => reject(broken(file)))
  return {
    upload: promise,
    pause: () => void ready.then((sending) => sending.abort()),
    resume: () =>
      void ready.then((sending) => {
        begun.yet = false
        sending.start()
      }),
    cancel: async () => {
      begun.over = true
      reject(CANCELLED)
      // What cannot be removed now expires on the server.
      await ready.then((sending) => sending.abort(sending.url !== null)).catch(() => undefined)
    },
  }
}

async function prepared(
  file: File,
  begun: { yet: boolean; over: boolean },
  progress: Progress,
  resolve: (upload: Promise<Upload>) => void,
  reject: (reason: unknown) => void,
) {
  const { Upload: Resumable, DetailedError } = await tus()
  const sending = new Resumable(file, {
    endpoint: window.location.origin + RESUMABLE_PATH,
    chunkSize: PIECE_BYTES,
    retryDelays: AGAIN_AFTER_MS,
    metadata: { filename: file.name, filetype: file.type },
    removeFingerprintOnSuccess: true,
    fingerprint: () => Promise.resolve(fingerprintOf(file)),
    onBeforeRequest: (request) => {
      if (request.getMethod() !== 'PATCH' || begun.yet) return
      begun.yet = true
      progress.onBegin(Number(request.getHeader('Upload-Offset') ?? 0))
    },
    onProgress: (loaded) => progress.onProgress(loaded),
    onShouldRetry: (error) => isPassing(error.originalResponse?.getStatus()),
    onSuccess: () => resolve(registered(sending.url)),
    onError: (error) => {
      const answer = error instanceof DetailedError ? error.originalResponse : null
      if (answer?.getStatus() === 401) {
        begun.yet = false
        void loginAgain().then(() => {
          if (!begun.over) sending.start()
        })
        return
      }
      reject(answer ? new ApiError(answer.getStatus(), problemOf(parsed(answer.getBody()))) : broken(file))
      if (answer && !isPassing(answer.getStatus())) void forget(sending.url)
    },
  })
  const [before] = await sending.findPreviousUploads()
  if (before) sending.resumeFromPreviousUpload(before)
  sending.start()
  return sending
}

/** Uploads that this browser began and did not finish, the newest first. */
export async function unfinished(): Promise<PreviousUpload[]> {
  const { defaultOptions } = await tus()
  const all = await defaultOptions.urlStorage.findAllUploads()
  return all.toSorted((one, other) => Date.parse(other.creationTime) - Date.parse(one.creationTime))
}

/** Drops what this browser remembers of an upload; the server's bytes stay until they expire. */
export async function forget(url: string | null): Promise<void> {
  const { defaultOptions } = await tus()
  const known = (await defaultOptions.urlStorage.findAllUploads()).filter(({ uploadUrl }) => uploadUrl === url)
  await Promise.all(known.map(({ urlStorageKey }) => defaultOptions.urlStorage.removeUpload(urlStorageKey)))
}

/** The upload's id is the last part of its tus URL. */
function registered(url: string | null): Promise<Upload> {
  const id = url?.split('/').at(-1) ?? ''
  return unwrap(api.GET('/api/v1/uploads/{upload_id}', { params: { path: { upload_id: id } } }))
}

/** The same name, size and time of change: what a file picker tells without reading the file. */
export function fingerprintOf(file: Pick<File, 'name' | 'size' | 'lastModified'>): string {
  return `${file.name}-${file.size}-${file.lastModified}`
}

/** Whether another try can end better: no answer, a busy server, or another tab that still holds the upload. */
function isPassing(status: number | undefined): boolean {
  return !status || status >= 500 || status === 409 || status === 423 || status === 429
}

// Chrome gives no reason when a file was moved, changed or deleted while it was read; the server may be away too.
function broken(file: File): ApiError {
  const detail = `The transfer of ${file.name} broke off. Check that the server runs and that the file is still where it was, then upload it again: it goes on from there.`
  return new ApiError(0, { code: 'transfer_broken', detail, errors: [] })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
