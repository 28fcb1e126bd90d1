import { Link } from '@tanstack/react-router'

import type { Job } from '../api/job'
import classes from './JobLink.module.css'
import { titleOf, undoTitleOf } from './words'

interface JobLinkProps {
  job: Job
  names: ReadonlyMap<string, string>
  /** The job that this one undoes, where it is known. */
  undone?: Job | undefined
}

/** What a job works on; an import links to its own page, its undo to the page of that. */
export function JobLink({ job, names, undone }: JobLinkProps) {
  if (job.kind === 'import') {
    return (
      <Link to="/imports/$importId" params={{ importId: job.id }} className={classes.link}>
        {names.get(job.id) ?? titleOf(job)}
      </Link>
    )
  }
  const file = job.undo_of == null ? undefined : names.get(job.undo_of)
  if (job.undo_of == null) return <span className={classes.plain}>{titleOf(job)}</span>
  if (file === undefined) return <span className={classes.plain}>{undoTitleOf(undone)}</span>
  return (
    <Link to="/imports/$importId/undo" params={{ importId: job.undo_of }} className={classes.link}>
      Undo of {file}
    </Link>
  )
}
