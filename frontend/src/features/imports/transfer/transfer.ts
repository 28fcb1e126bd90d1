import type { ApiError } from '@/lib/api/error'

import type { Upload } from '../api/types'
import { nextPace, type Pace, secondsLeft, startPace } from './pace'
import { cancelled, type Sending, sendResumably } from './resumable'

export type Transfer =
  | { state: 'idle' }
  | ({ state: 'sending' | 'paused'; file: File } & Measures)
  | { state: 'checking'; file: File }
  | { state: 'failed'; file: File; error: ApiError }

interface Measures {
  loaded: number
  /** Bytes that were there before, from an upload that had broken off. */
  resumedFrom: number
  bytesPerSecond: number | undefined
  secondsLeft: number | undefined
}

const IDLE: Transfer = { state: 'idle' }
const NOTHING: Measures = { loaded: 0, resumedFrom: 0, bytesPerSecond: undefined, secondsLeft: undefined }

let current: Transfer = IDLE
let sending: Sending | undefined
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
 * or failed; a failure stays readable in `currentTransfer`.
 */
export async function sendFile(file: File): Promise<Upload | undefined> {
  await cancelTransfer()
  change({ state: 'sending', file, ...NOTHING })
  const mine = sendResumably(file, measured(file))
  sending = mine
  try {
    const upload = await mine.upload
    return upload
  } catch (error) {
    if (sending === mine && !cancelled(error)) change({ state: 'failed', file, error: error as ApiError })
    return undefined
  } finally {
    if (sending === mine) {
      sending = undefined
      if (current.state !== 'failed') change(IDLE)
    }
  }
}

export function pauseTransfer(): void {
  if (current.state !== 'sending') return
  sending?.pause()
  change({ ...current, state: 'paused', bytesPerSecond: undefined, secondsLeft: undefined })
}

export function resumeTransfer(): void {
  if (current.state !== 'paused') return
  change({ ...current, state: 'sending' })
  sending?.resume()
}

/** Stops for good: what has gone up is removed from the server. */
export async function cancelTransfer(): Promise<void> {
  await sending?.cancel()
}

export function dismissFailure(): void {
  if (current.state === 'failed') change(IDLE)
}

export function failTransfer(file: File, error: ApiError): void {
  change({ state: 'failed', file, error })
}

function measured(file: File) {
  let pace: Pace | undefined
  let resumedFrom = 0
  return {
    onBegin: (offset: number) => {
      pace = startPace(performance.now(), offset)
      resumedFrom = Math.max(resumedFrom, offset)
    },
    onProgress: (loaded: number) => {
      if (current.state !== 'sending') return
      if (loaded >= file.size) {
        change({ state: 'checking', file })
        return
      }
      pace = nextPace(pace ?? startPace(performance.now(), loaded), loaded, performance.now())
      const left = secondsLeft(pace, loaded, file.size)
      change({ state: 'sending', file, loaded, resumedFrom, bytesPerSecond: pace.bytesPerSecond, secondsLeft: left })
    },
  }
}

function change(next: Transfer): void {
  current = next
  readers.forEach((reader) => reader())
}
