import { Link } from '@tanstack/react-router'

import type { Job } from '../api/job'
import classes from './JobLink.module.css'
import { kindOf } from './words'

/** What a job works on; an import links to its own page, its undo to the page of that. */
export function JobLink({ job, names }: { job: Job; names: ReadonlyMap<string, string> }) {
  if (job.kind === 'import') {
    return (
      <Link to="/imports/$importId" params={{ importId: job.id }} className={classes.link}>
        {names.get(job.id) ?? kindOf(job)}
      </Link>
    )
  }
  const undone = job.undo_of == null ? undefined : names.get(job.undo_of)
  if (job.undo_of == null || undone === undefined) return <span className={classes.plain}>{kindOf(job)}</span>
  return (
    <Link to="/imports/$importId/undo" params={{ importId: job.undo_of }} className={classes.link}>
      Undo of {undone}
    </Link>
  )
}
