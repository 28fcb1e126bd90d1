import { Link } from '@tanstack/react-router'

import { OutcomeBar } from '@/components/OutcomeBar'
import { OutcomeWords } from '@/components/OutcomeWords'
import { RelativeTime } from '@/components/RelativeTime'
import { isOver } from '@/features/jobs/api/job'
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
          <RelativeTime at={one.created_at} />
        </span>
      </div>
      <div className={classes.outcome}>
        {one.status === 'completed' ? (
          <>
            <OutcomeBar counts={one.counts} size="thin" />
            <OutcomeWords counts={one.counts} />
          </>
        ) : (
          <span className={classes.state}>
            <JobStatus job={one} />
            {!isOver(one) && formatPercent(one.progress.percent)}
            {one.error?.detail}
          </span>
        )}
      </div>
    </li>
  )
}
