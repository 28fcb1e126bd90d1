import { IconCircleCheck, IconCircleX, IconClock, type TablerIcon } from '@tabler/icons-react'

import { StatusMark, type Tone } from '@/components/StatusMark'

import type { Delivery, DeliveryStatus as Status } from '../api/types'
import { statusOf } from './words'

const LOOKS: Record<Status, [TablerIcon, Tone]> = {
  delivered: [IconCircleCheck, 'good'],
  pending: [IconClock, 'quiet'],
  failed: [IconCircleX, 'danger'],
}

/** The state of a delivery; one that waits for another try deserves a look. */
export function DeliveryStatus({ delivery }: { delivery: Pick<Delivery, 'status' | 'last_error'> }) {
  const [icon, tone] = LOOKS[delivery.status]
  return (
    <StatusMark icon={icon} tone={delivery.status === 'pending' && delivery.last_error !== null ? 'caution' : tone}>
      {statusOf(delivery)}
    </StatusMark>
  )
}
