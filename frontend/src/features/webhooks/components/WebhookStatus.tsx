import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX, IconPlayerPause, type TablerIcon } from '@tabler/icons-react'

import type { Webhook } from '../api/types'
import classes from './WebhookStatus.module.css'
import { STATE_WORDS, stateOf, type WebhookState } from './words'

const ICONS: Record<WebhookState, TablerIcon> = {
  unused: IconCircleDashed,
  well: IconCircleCheck,
  failing: IconAlertTriangle,
  off: IconPlayerPause,
  disabled: IconCircleX,
}

/** The state of a webhook as icon and word. */
export function WebhookStatus({ webhook }: { webhook: Webhook }) {
  const state = stateOf(webhook)
  const Icon = ICONS[state]
  return (
    <span className={classes.status} data-state={state}>
      <Icon size={16} stroke={1.9} aria-hidden />
      {STATE_WORDS[state]}
    </span>
  )
}
