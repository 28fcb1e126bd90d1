import { plural } from '@/lib/format'

import type { BulkAction, BulkResult } from '../api/bulk'

const DONE: Record<BulkAction, string> = {
  activate: 'activated',
  deactivate: 'deactivated',
  set: 'changed',
  delete: 'moved to the trash',
  restore: 'restored',
  purge: 'deleted for good',
}

/** "3 products deactivated, 2 were so already, 1 left as it is." */
export function resultWords({ action, changed, unchanged, kept }: BulkResult): string {
  const parts = [`${plural(changed, 'product')} ${DONE[action]}`]
  if (unchanged > 0) parts.push(`${plural(unchanged, 'was', 'were')} so already`)
  if (kept > 0) parts.push(plural(kept, 'was left as it is', 'were left as they are'))
  return `${parts.join(', ')}.`
}

export const ACTION_WORDS: Record<BulkAction, string> = {
  activate: 'Activate',
  deactivate: 'Deactivate',
  set: 'Set…',
  delete: 'Delete',
  restore: 'Restore',
  purge: 'Delete for good',
}
