import { IconAlertCircle, IconCircleCheck, IconCircleX, IconHelpCircle, type TablerIcon } from '@tabler/icons-react'

import type { State } from '../api/status'
import classes from './StateWord.module.css'

const STATES: Record<State, { word: string; icon: TablerIcon }> = {
  ok: { word: 'Well', icon: IconCircleCheck },
  warning: { word: 'Attention', icon: IconAlertCircle },
  failed: { word: 'Failed', icon: IconCircleX },
  unknown: { word: 'Unknown', icon: IconHelpCircle },
}

/** How something is, as icon and word. */
export function StateWord({ state }: { state: State }) {
  const { word, icon: Icon } = STATES[state]
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={16} stroke={1.9} aria-hidden />
      {word}
    </span>
  )
}
