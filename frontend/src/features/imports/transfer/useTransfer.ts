import { useSyncExternalStore } from 'react'

import { currentTransfer, onTransfer, type Transfer } from './transfer'

export function useTransfer(): Transfer {
  return useSyncExternalStore(onTransfer, currentTransfer)
}
