import { Link } from '@tanstack/react-router'

import { LinkButton } from '@/components/LinkButton'
import { PageHeader } from '@/components/PageHeader'
import { RelativeTime } from '@/components/RelativeTime'
import { isOver } from '@/features/jobs/api/job'
import { CancelJob } from '@/features/jobs/components/CancelJob'
import { JobStatus } from '@/features/jobs/components/JobStatus'
import { authorOf, secondsOf } from '@/features/jobs/components/words'
import { formatBytes, formatDuration, formatPercent } from '@/lib/format'
import { useMay } from '@/lib/session'

import type { Import } from '../api/types'
import { AdjustLink } from './AdjustLink'
import { consequenceOf } from './consequence'
import { RetryImport } from './RetryImport'
import classes from './ImportHeader.module.css'

/** File, state and the actions that fit the state. */
export function ImportHeader({ import: one }: { import: Import }) {
  const seconds = secondsOf(one)
  const mayImport = useMay('import')
  return (
    <PageHeader title={one.filename} tab={tabOf(one, mayImport)} actions={<Actions import={one} />}>
      <span className={classes.facts}>
        <JobStatus job={one} />
        <span>
          <RelativeTime at={one.finished_at ?? one.created_at} />
        </span>
        {seconds !== undefined && <span>took {formatDuration(seconds)}</span>}
        <span>{formatBytes(one.size_bytes)}</span>
        <span>by {authorOf(one)}</span>
        {one.attempt > 1 && one.retry_of && (
          <Link to="/imports/$importId" params={{ importId: one.retry_of }}>
            attempt {one.attempt}
          </Link>
        )}
      </span>
    </PageHeader>
  )
}

function Actions({ import: one }: { import: Import }) {
  const mayImport = useMay('import')
  if (one.status === 'awaiting_confirmation') return mayImport ? <AdjustLink import={one} /> : null
  if (!isOver(one)) return <CancelJob job={one} consequence={consequenceOf(one)} />
  const written = one.counts.created + one.counts.updated > 0
  return (
    <>
      {mayImport && (one.status === 'failed' || one.status === 'cancelled') && <RetryImport import={one} />}
      {mayImport && (
        <LinkButton to="/upload" variant="default">
          Import another file
        </LinkButton>
      )}
      {written && (
        <LinkButton to="/products" search={{ sort: '-updated_at' }} variant={one.status === 'completed' ? 'filled' : 'default'}>
          See the products
        </LinkButton>
      )}
    </>
  )
}

function tabOf(one: Import, own: boolean): string {
  if (one.status === 'awaiting_confirmation') return `${own ? 'Waits for you' : 'Waits'} · ${one.filename}`
  const words = { completed: 'Done', failed: 'Failed', cancelled: 'Cancelled', undone: 'Undone' } as const
  const state = isOver(one) ? words[one.status as keyof typeof words] : formatPercent(one.progress.percent)
  return `${state} · ${one.filename}`
}
