import { useSyncExternalStore } from 'react'

import { clockOf } from '@/lib/clock'
import { formatExactTime, formatTimeLeft } from '@/lib/format'

const clock = clockOf(1000)

/** How long it is until a time: "in 4 min 12 s", and "now" once it has come; the exact time on hover. */
export function TimeUntil({ at }: { at: string }) {
  const now = useSyncExternalStore(clock.subscribe, clock.now)
  const seconds = (Date.parse(at) - now.getTime()) / 1000
  return (
    <time dateTime={at} title={formatExactTime(at)}>
      {seconds <= 0 ? 'now' : `in ${formatTimeLeft(seconds)}`}
    </time>
  )
}
