import { Link } from '@tanstack/react-router'

import { OutcomeBar } from '@/components/OutcomeBar'
import { OutcomeWords } from '@/components/OutcomeWords'
import { RelativeTime } from '@/components/RelativeTime'
import { JobStatus } from '@/features/jobs/components/JobStatus'
import { formatPercent, plural } from '@/lib/format'

import type { Import } from '../api/types'
import classes from './ImportRow.module.css'

/** One earlier import: the whole row leads to its receipt. */
export function ImportRow({ import: one }: { import: Import }) {
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Link to="/imports/$importId" params={{ importId: one.id }} className={classes.name}>
          {one.filename}
        </Link>
        <span className={classes.facts}>
          {one.counts.read > 0 && `${plural(one.counts.read, 'row')} · `}
          {one.attempt > 1 && `attempt ${one.attempt} · `}
          <RelativeTime at={one.created_at} />
        </span>
      </div>
      <div className={classes.outcome}>
        {one.status === 'completed' || one.status === 'undone' ? (
          <>
            <OutcomeBar counts={one.counts} size="thin" faded={one.status === 'undone'} />
            <div className={classes.state}>
              {one.status === 'undone' && <JobStatus job={one} />}
              <OutcomeWords counts={one.counts} />
            </div>
          </>
        ) : (
          <span className={classes.state}>
            <JobStatus job={one} />
            {(one.status === 'queued' || one.status === 'running') && formatPercent(one.progress.percent)}
            {one.error?.detail}
          </span>
        )}
      </div>
    </li>
  )
}
