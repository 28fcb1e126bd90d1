import { IconCircleCheck, IconCircleX, IconClock, type TablerIcon } from '@tabler/icons-react'

import type { Delivery, DeliveryStatus as Status } from '../api/types'
import classes from './DeliveryStatus.module.css'
import { statusOf } from './words'

const ICONS: Record<Status, TablerIcon> = { delivered: IconCircleCheck, pending: IconClock, failed: IconCircleX }

/** The state of a delivery as icon and word. */
export function DeliveryStatus({ delivery }: { delivery: Pick<Delivery, 'status' | 'last_error'> }) {
  const Icon = ICONS[delivery.status]
  return (
    <span className={classes.status} data-status={delivery.status} data-again={delivery.last_error !== null || undefined}>
      <Icon size={16} stroke={1.9} aria-hidden />
      {statusOf(delivery)}
    </span>
  )
}
