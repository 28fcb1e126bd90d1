import type { ReactNode } from 'react'

import { formatMilliseconds, formatMoment, plural } from '@/lib/format'

import type { Bucket } from '../api/types'
import classes from './charts.module.css'
import { axisEnd, linePath, rateInWords, summaryInWords, summaryOf } from './series'
import { ShareColumns } from './ShareColumns'

const STEP = 10
const HEIGHT = 120

interface ChartProps {
  buckets: Bucket[]
  /** The time it covers: "the last 24 hours". */
  words: string
}

export function RateChart({ buckets, words }: ChartProps) {
  return (
    <Chart buckets={buckets} label={inWords(buckets, words)} top="100 %" bottom="0 %">
      <ShareColumns buckets={buckets} width={STEP} height={HEIGHT} gap={1.5} />
      <Targets buckets={buckets} />
    </Chart>
  )
}

export function TimeChart({ buckets, words }: ChartProps) {
  const max = axisEnd(summaryOf(buckets).p95Ms ?? 0)
  const size = { width: STEP, height: HEIGHT, max }
  return (
    <>
      <Chart buckets={buckets} label={`Time to answer. ${inWords(buckets, words)}`} top={formatMilliseconds(max)} bottom="0">
        <path className={classes.median} d={linePath(buckets.map(({ p50_ms }) => p50_ms), size)} />
        <path className={classes.line} d={linePath(buckets.map(({ p95_ms }) => p95_ms), size)} />
        <Targets buckets={buckets} />
      </Chart>
      <ul className={classes.legend}>
        <li>
          <span className={classes.key} data-line="p95" aria-hidden /> p95: 95 of 100 attempts took at most this
        </li>
        <li>
          <span className={classes.key} data-line="p50" aria-hidden /> p50: half of them did
        </li>
      </ul>
    </>
  )
}

/** What each step says when pointed at. */
function Targets({ buckets }: { buckets: Bucket[] }) {
  return buckets.map((bucket, index) => (
    <rect key={bucket.at} x={index * STEP} y={0} width={STEP} height={HEIGHT} className={classes.target}>
      <title>{titleOf(bucket)}</title>
    </rect>
  ))
}

interface FrameProps {
  buckets: Bucket[]
  label: string
  top: string
  bottom: string
  children: ReactNode
}

/** A drawing between its axes; it stretches to the width there is, while its lines stay as thin as they are. */
function Chart({ buckets, label, top, bottom, children }: FrameProps) {
  return (
    <div className={classes.chart}>
      <div className={classes.axis} aria-hidden>
        <span>{top}</span>
        <span>{bottom}</span>
      </div>
      <svg role="img" aria-label={label} className={classes.drawing} viewBox={`0 0 ${buckets.length * STEP} ${HEIGHT}`} preserveAspectRatio="none">
        {children}
      </svg>
      <div className={classes.times} aria-hidden>
        <span>{buckets[0] && formatMoment(buckets[0].at)}</span>
        <span>now</span>
      </div>
    </div>
  )
}

function titleOf(bucket: Bucket): string {
  const { at, succeeded, failed, success_rate: rate, p95_ms: p95 } = bucket
  const from = `From ${formatMoment(at)}`
  if (rate === null) return `${from}: nothing sent`
  return `${from}: ${rateInWords(succeeded / (succeeded + failed))} of ${plural(succeeded + failed, 'attempt')}, p95 ${formatMilliseconds(p95 ?? 0)}`
}

function inWords(buckets: Bucket[], words: string): string {
  return summaryInWords(summaryOf(buckets), words, { attempts: (count) => plural(count, 'attempt'), ms: formatMilliseconds })
}
