import { useSyncExternalStore } from 'react'

import { formatExactTime, formatRelativeTime } from '@/lib/format'

const TICK_MS = 20_000
let now = new Date()
const readers = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(reader: () => void): () => void {
  readers.add(reader)
  timer ??= setInterval(tick, TICK_MS)
  return () => {
    readers.delete(reader)
    if (readers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function tick(): void {
  now = new Date()
  readers.forEach((reader) => reader())
}

/** A time as people say it; the exact one on hover and for assistive technology. One clock serves the page. */
export function RelativeTime({ at }: { at: string }) {
  const shown = useSyncExternalStore(subscribe, () => now)
  return (
    <time dateTime={at} title={formatExactTime(at)}>
      {formatRelativeTime(at, shown)}
    </time>
  )
}
