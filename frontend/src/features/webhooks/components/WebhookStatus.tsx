import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX, IconPlayerPause, type TablerIcon } from '@tabler/icons-react'

import { StatusMark, type Tone } from '@/components/StatusMark'

import type { Webhook } from '../api/types'
import { STATE_WORDS, stateOf, type WebhookState } from './words'

const LOOKS: Record<WebhookState, [TablerIcon, Tone]> = {
  unused: [IconCircleDashed, 'quiet'],
  well: [IconCircleCheck, 'good'],
  failing: [IconAlertTriangle, 'caution'],
  off: [IconPlayerPause, 'quiet'],
  disabled: [IconCircleX, 'danger'],
}

/** The state of a webhook. */
export function WebhookStatus({ webhook }: { webhook: Webhook }) {
  const state = stateOf(webhook)
  const [icon, tone] = LOOKS[state]
  return (
    <StatusMark icon={icon} tone={tone}>
      {STATE_WORDS[state]}
    </StatusMark>
  )
}
