import { isOver, type Job } from './job'

/** What a bulk job does, and what it has done so far. */
export interface Bulk {
  action: string
  selected: number
  changed: number
  unchanged: number
  kept: number
}

const COUNTS = ['selected', 'changed', 'unchanged', 'kept'] as const

/** The result of a bulk job, undefined for a job of another kind. */
export function bulkOf(job: Pick<Job, 'kind' | 'result'>): Bulk | undefined {
  const { result } = job
  if (job.kind !== 'bulk' || !result || typeof result.action !== 'string') return undefined
  if (COUNTS.some((name) => typeof result[name] !== 'number')) return undefined
  return result as unknown as Bulk
}

/** Whether a bulk job has changed something that can be taken back; what was deleted for good cannot. */
export function isUndoable(job: Pick<Job, 'kind' | 'result' | 'status'>): boolean {
  const bulk = bulkOf(job)
  return bulk !== undefined && bulk.action !== 'purge' && bulk.changed > 0 && isOver(job) && job.status !== 'undone'
}
