import { IconAlertCircle, IconCircleCheck, IconCircleX, IconHelpCircle, type TablerIcon } from '@tabler/icons-react'

import { StatusMark, type Tone } from '@/components/StatusMark'

import type { State } from '../api/status'

const LOOKS: Record<State, [TablerIcon, Tone, string]> = {
  ok: [IconCircleCheck, 'good', 'Well'],
  warning: [IconAlertCircle, 'caution', 'Attention'],
  failed: [IconCircleX, 'danger', 'Failed'],
  unknown: [IconHelpCircle, 'caution', 'Unknown'],
}

/** How something is. */
export function StateWord({ state }: { state: State }) {
  const [icon, tone, word] = LOOKS[state]
  return (
    <StatusMark icon={icon} tone={tone}>
      {word}
    </StatusMark>
  )
}
