import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { Card } from '@/components/Card'
import { Problem } from '@/components/Problem'
import { RowSkeletons } from '@/components/RowSkeletons'
import { formatCount, formatMilliseconds, plural } from '@/lib/format'

import { statsQuery } from '../api/stats'
import { useWebhook } from '../components/webhookContext'
import { RateChart, TimeChart } from '../health/charts'
import { HealthTable } from '../health/HealthTable'
import { DEFAULT_SPAN, SPANS, type SpanName } from '../health/spans'
import { rateInWords, summaryOf } from '../health/series'
import classes from './HealthPage.module.css'

interface HealthPageProps {
  span: SpanName | undefined
  onSpan: (span: SpanName) => void
}

/** How the receiver has answered over time: what share succeeded, and how long it took. */
export function HealthPage({ span = DEFAULT_SPAN, onSpan }: HealthPageProps) {
  const { data: webhook } = useWebhook()
  const { hours, buckets, words } = SPANS[span]
  const { data, error, refetch } = useQuery(statsQuery(webhook.id, hours, buckets))
  const summary = data && summaryOf(data.buckets)
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label="How far back"
          value={span}
          data={Object.entries(SPANS).map(([value, { label }]) => ({ value, label }))}
          onChange={(value) => onSpan(value as SpanName)}
        />
        <span className={classes.facts}>
          {formatCount(webhook.success_count)} succeeded and {formatCount(webhook.failure_count)} failed since it was made
        </span>
      </div>
      {error && <Problem error={error} retry={refetch} />}
      {!data && !error && (
        <Card flush>
          <RowSkeletons rows={6} />
        </Card>
      )}
      {data && summary && (
        <>
          <Card
            title="Success rate"
            aside={<span className={classes.figure}>{summary.rate === undefined ? 'nothing sent' : `${rateInWords(summary.rate)} of ${plural(summary.attempts, 'attempt')}`}</span>}
          >
            <RateChart buckets={data.buckets} words={words} />
          </Card>
          <Card
            title="Time to answer"
            aside={<span className={classes.figure}>{summary.p95Ms === undefined ? 'nothing sent' : `p95 up to ${formatMilliseconds(summary.p95Ms)}`}</span>}
          >
            <TimeChart buckets={data.buckets} words={words} />
          </Card>
          <HealthTable buckets={data.buckets} />
        </>
      )}
    </>
  )
}
