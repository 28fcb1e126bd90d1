import { Link } from '@tanstack/react-router'

import type { Job } from '../api/job'
import classes from './JobLink.module.css'
import { kindOf } from './words'

/** What a job works on; an import links to its own page. */
export function JobLink({ job, names }: { job: Job; names: ReadonlyMap<string, string> }) {
  if (job.kind !== 'import') return <span className={classes.plain}>{kindOf(job)}</span>
  return (
    <Link to="/imports/$importId" params={{ importId: job.id }} className={classes.link}>
      {names.get(job.id) ?? kindOf(job)}
    </Link>
  )
}
