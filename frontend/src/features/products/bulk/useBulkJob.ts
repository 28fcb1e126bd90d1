import { useCallback, useState } from 'react'

import { useRunningJobs } from '@/features/jobs/api/listJobs'

/** The change of many products that is being watched: the one begun here, or one that was running when the page was opened. */
export function useBulkJob() {
  const [begun, setBegun] = useState<string>()
  const [ended, setEnded] = useState<ReadonlySet<string>>(new Set())
  const running = useRunningJobs().find(({ id, kind }) => kind === 'bulk' && !ended.has(id))
  const id = begun ?? running?.id
  const end = useCallback(() => {
    setBegun(undefined)
    setEnded((known) => (id === undefined ? known : new Set([...known, id])))
  }, [id])
  return { id, begin: setBegun, end }
}
