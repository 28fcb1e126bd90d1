import { Progress } from '@mantine/core'

import { formatPercent, formatTimeLeft } from '@/lib/format'

import type { Job } from '../api/job'
import classes from './JobProgress.module.css'

/** A running job's bar with its percentage, what it does now and the time left; the height is the same whatever is known. */
export function JobProgress({ job, label }: { job: Pick<Job, 'progress'>; label: string }) {
  const { percent, eta_seconds: left, message } = job.progress
  return (
    <div className={classes.progress}>
      <Progress value={percent} size={6} aria-label={`Progress of ${label}`} transitionDuration={140} />
      <div className={classes.line}>
        <span>
          {formatPercent(percent)} · {message}
        </span>
        {left != null && <span>{formatTimeLeft(left)} left</span>}
      </div>
    </div>
  )
}
