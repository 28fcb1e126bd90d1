import { useSyncExternalStore } from 'react'

import { clockOf } from '@/lib/clock'
import { formatExactTime, formatRelativeTime } from '@/lib/format'

const clock = clockOf(20_000)

/** A time as people say it; the exact one on hover and for assistive technology. One clock serves the page. */
export function RelativeTime({ at }: { at: string }) {
  const now = useSyncExternalStore(clock.subscribe, clock.now)
  return (
    <time dateTime={at} title={formatExactTime(at)}>
      {formatRelativeTime(at, now)}
    </time>
  )
}
