import { isOver, type Job } from '@/features/jobs/api/job'

import type { Import } from '../api/types'

/** The import as its job's event stream knows it; an import that is over needs no stream. */
export function withLiveJob(one: Import, job: Job | undefined): Import {
  if (!job || isOver(one)) return one
  const { status, phase, phases, progress, error = null, started_at = null, finished_at = null } = job
  const cancel_requested = job.cancel_requested || one.cancel_requested
  return { ...one, status, phase, phases, progress, error, started_at, finished_at, cancel_requested }
}
