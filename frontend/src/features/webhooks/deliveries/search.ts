import type { DeliveryFilter } from '../api/deliveries'
import type { DeliveryStatus } from '../api/types'

/** What the URL of a log says: its filters, and the delivery that is open. */
export interface DeliveriesSearch extends DeliveryFilter {
  delivery?: string
}

const STATUSES: readonly string[] = ['pending', 'delivered', 'failed']
const UUID = /^[0-9a-f-]{36}$/
const EVENT = /^[a-z.]{1,60}$/

/** Reads the URL's parameters; what does not make sense is dropped. */
export function deliveriesSearch({ status, event, delivery }: Record<string, unknown>): DeliveriesSearch {
  return {
    ...(typeof status === 'string' && STATUSES.includes(status) && { status: status as DeliveryStatus }),
    ...(typeof event === 'string' && EVENT.test(event) && { event }),
    ...(typeof delivery === 'string' && UUID.test(delivery) && { delivery }),
  }
}
