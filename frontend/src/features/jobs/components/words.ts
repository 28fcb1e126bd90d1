import { actorInWords } from '@/lib/actor'
import { plural } from '@/lib/format'

import { bulkOf } from '../api/bulk'
import type { Job } from '../api/job'

const KINDS: Record<string, string> = {
  import: 'Import',
  undo: 'Undo',
  bulk: 'Bulk change',
  export: 'Export',
}

const ACTIONS: Record<string, string> = {
  activate: 'Activation',
  deactivate: 'Deactivation',
  set: 'Edit',
  delete: 'Deletion',
  restore: 'Restoring',
  purge: 'Deletion for good',
}

/** "Deletion of 48,213 products" for a bulk job, the kind for any other. */
export function titleOf(job: Pick<Job, 'kind' | 'result'>): string {
  const bulk = bulkOf(job)
  return bulk ? `${ACTIONS[bulk.action] ?? kindOf(job)} of ${plural(bulk.selected, 'product')}` : kindOf(job)
}

/** "Undo of deletion of 48,213 products", as far as what was undone is known. */
export function undoTitleOf(undone: Pick<Job, 'kind' | 'result'> | undefined): string {
  if (!undone) return 'Undo'
  const title = titleOf(undone)
  return `Undo of ${title.charAt(0).toLowerCase()}${title.slice(1)}`
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
  return actorInWords(job.created_by)
}
