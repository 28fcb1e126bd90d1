import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { formatMilliseconds, plural } from '@/lib/format'

import { statsQuery } from '../api/stats'
import type { Bucket } from '../api/types'
import classes from './HealthSpark.module.css'
import { linePath, rateInWords, summaryInWords, summaryOf } from './series'
import { ShareColumns } from './ShareColumns'

const HOURS = 24
const WIDTH = 5
const SHARE_HEIGHT = 16
const LINE_HEIGHT = 11
const GAP = 4
/** With a pixel above and below for the width of the line. */
const HEIGHT = SHARE_HEIGHT + GAP + LINE_HEIGHT + 2

/** The last day at a glance: each hour's share of successes, and under it the line of its p95. */
export function HealthSpark({ webhookId }: { webhookId: string }) {
  const { data, isError } = useQuery(statsQuery(webhookId, HOURS, HOURS))
  if (!data && isError) return <p className={classes.figures}>health not known</p>
  if (!data) return <Skeleton height={51} width={HOURS * WIDTH} />
  const summary = summaryOf(data.buckets)
  const label = summaryInWords(summary, 'the last day', { attempts: (count) => plural(count, 'attempt'), ms: formatMilliseconds })
  return (
    <div className={classes.spark}>
      <Drawing buckets={data.buckets} max={summary.p95Ms ?? 1} label={label} />
      <p className={classes.figures} aria-hidden>
        {summary.rate === undefined ? (
          'nothing in 24 h'
        ) : (
          <>
            <strong>{rateInWords(summary.rate)}</strong>
            {summary.p95Ms !== undefined && <span title="In every hour, 95 of 100 attempts took at most this"> · p95 {formatMilliseconds(summary.p95Ms)}</span>}
          </>
        )}
      </p>
    </div>
  )
}

function Drawing({ buckets, max, label }: { buckets: Bucket[]; max: number; label: string }) {
  const width = buckets.length * WIDTH
  const times = buckets.map(({ p95_ms }) => p95_ms)
  return (
    <svg role="img" aria-label={label} width={width} height={HEIGHT} viewBox={`0 -1 ${width} ${HEIGHT}`}>
      <ShareColumns buckets={buckets} width={WIDTH} height={SHARE_HEIGHT} gap={1} />
      <g transform={`translate(0 ${SHARE_HEIGHT + GAP})`}>
        <path className={classes.line} d={linePath(times, { width: WIDTH, height: LINE_HEIGHT, max: Math.max(max, 1) })} />
      </g>
    </svg>
  )
}
