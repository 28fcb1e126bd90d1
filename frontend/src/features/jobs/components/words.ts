import type { Job } from '../api/job'

const KINDS: Record<string, string> = {
  import: 'Import',
  undo: 'Undo',
  bulk_edit: 'Bulk edit',
  bulk_delete: 'Bulk delete',
  export: 'Export',
}

/** "Import", or for a kind this page has never heard of, its own name made readable. */
export function kindOf(job: Pick<Job, 'kind'>): string {
  const readable = job.kind.replaceAll(/[._]/g, ' ')
  return KINDS[job.kind] ?? readable.charAt(0).toUpperCase() + readable.slice(1)
}

/** Seconds a job took, or undefined unless it has both begun and ended. */
export function secondsOf(job: Pick<Job, 'started_at' | 'finished_at'>): number | undefined {
  if (!job.started_at || !job.finished_at) return undefined
  return Math.max(0, (Date.parse(job.finished_at) - Date.parse(job.started_at)) / 1000)
}

export function authorOf(job: Pick<Job, 'created_by'>): string {
  return job.created_by === 'local' ? 'this computer' : job.created_by
}
