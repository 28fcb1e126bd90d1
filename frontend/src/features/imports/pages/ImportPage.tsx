import { Navigate } from '@tanstack/react-router'

import { isOver } from '@/features/jobs/api/job'

import { wasConfirmed } from '../api/confirmImport'
import { useWatchedImport } from '../components/importContext'
import { Receipt, type ReceiptView } from '../components/Receipt'
import { RunningImport } from '../components/RunningImport'

/** While an import runs its progress, afterwards its receipt; one that waits for a word shows what it would change. */
export function ImportPage(view: ReceiptView) {
  const { import: one, connected } = useWatchedImport()
  const waits = one.status === 'awaiting_confirmation' && !wasConfirmed(one.id, one.plan?.version)
  if (waits) return <Navigate to="/imports/$importId/plan" params={{ importId: one.id }} replace />
  if (!isOver(one)) return <RunningImport import={one} connected={connected} />
  return <Receipt import={one} {...view} />
}
