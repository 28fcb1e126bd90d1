import { createContext, use } from 'react'

import type { Import } from '../api/types'

interface WatchedImport {
  import: Import
  /** False while the stream of its progress is interrupted. */
  connected: boolean
}

export const ImportContext = createContext<WatchedImport | undefined>(undefined)

/** The import whose page is shown, as it is at this moment; `ImportLayout` watches it. */
export function useWatchedImport(): WatchedImport {
  const watched = use(ImportContext)
  if (!watched) throw new Error('no ImportLayout around this page')
  return watched
}
