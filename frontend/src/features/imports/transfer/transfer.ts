import { ApiError, problemOf } from '@/lib/api/error'

import type { Upload } from '../api/types'
import { nextPace, type Pace, secondsLeft, startPace } from './pace'

export type Transfer =
  | { state: 'idle' }
  | { state: 'sending'; file: File; loaded: number; bytesPerSecond: number | undefined; secondsLeft: number | undefined }
  | { state: 'checking'; file: File }
  | { state: 'failed'; file: File; error: ApiError }

const IDLE: Transfer = { state: 'idle' }

let current: Transfer = IDLE
let request: XMLHttpRequest | undefined
const readers = new Set<() => void>()

export function currentTransfer(): Transfer {
  return current
}

export function onTransfer(reader: () => void): () => void {
  readers.add(reader)
  return () => readers.delete(reader)
}

/**
 * Sends a file, whichever page is shown meanwhile. Resolves to the upload, or to undefined when it was cancelled
 * or failed; a failure stays readable in `currentTransfer`. XMLHttpRequest, because fetch reports no upload progress.
 */
export function sendFile(file: File): Promise<Upload | undefined> {
  request?.abort()
  return new Promise((resolve) => {
    const sending = new XMLHttpRequest()
    request = sending
    const end = (next: Transfer, upload?: Upload) => {
      if (request === sending) {
        request = undefined
        change(next)
      }
      resolve(upload)
    }
    reportProgress(sending, file)
    sending.onload = () => {
      const body = parsed(sending.responseText)
      if (sending.status === 201) end(IDLE, body as Upload)
      else end({ state: 'failed', file, error: new ApiError(sending.status, problemOf(body)) })
    }
    sending.onerror = () => end({ state: 'failed', file, error: broken(file) })
    sending.onabort = () => end(IDLE)
    sending.open('POST', '/api/v1/uploads')
    sending.setRequestHeader('Accept', 'application/json')
    sending.send(formWith(file))
  })
}

export function cancelTransfer(): void {
  request?.abort()
}

export function dismissFailure(): void {
  if (current.state === 'failed') change(IDLE)
}

export function failTransfer(file: File, code: string, detail: string): void {
  change({ state: 'failed', file, error: new ApiError(0, { code, detail, errors: [] }) })
}

function reportProgress(sending: XMLHttpRequest, file: File): void {
  let pace: Pace = startPace(performance.now())
  const report = (loaded: number) => {
    pace = nextPace(pace, loaded, performance.now())
    const left = secondsLeft(pace, loaded, file.size)
    change({ state: 'sending', file, loaded, bytesPerSecond: pace.bytesPerSecond, secondsLeft: left })
  }
  report(0)
  sending.upload.onprogress = (event) => report(Math.min(event.loaded, file.size))
  sending.upload.onload = () => change({ state: 'checking', file })
}

// Chrome gives no reason when a file was moved, changed or deleted while it was read; the server may be away too.
function broken(file: File): ApiError {
  const detail = `The transfer of ${file.name} broke off. Check that the server runs and that the file is still where it was, then try again.`
  return new ApiError(0, { code: 'transfer_broken', detail, errors: [] })
}

function formWith(file: File): FormData {
  const form = new FormData()
  form.append('file', file, file.name)
  return form
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function change(next: Transfer): void {
  current = next
  readers.forEach((reader) => reader())
}
