import type { Schemas } from '@/lib/api/client'

export type Job = Schemas['JobView']
export type JobStatus = Job['status']

const OVER: ReadonlySet<JobStatus> = new Set<JobStatus>(['completed', 'failed', 'cancelled', 'undone'])

/** Whether it stands still until a person says so. */
export function isWaiting(job: Pick<Job, 'status'>): boolean {
  return job.status === 'awaiting_confirmation'
}

export function isOver(job: Pick<Job, 'status'>): boolean {
  return OVER.has(job.status)
}

/** The later of two states of one job. */
export function newer(known: Job | undefined, job: Job): Job {
  return known && known.version > job.version ? known : job
}
