import { isOver } from '@/features/jobs/api/job'

import type { Import } from '../api/types'

/** Whether an import has an undo to look at: it is over and wrote something, or an undo was begun. */
export function isUndoable(one: Import): boolean {
  const { created, updated, deactivated, deleted } = one.counts
  return isOver(one) && (one.undo != null || created + updated + deactivated + deleted > 0)
}
