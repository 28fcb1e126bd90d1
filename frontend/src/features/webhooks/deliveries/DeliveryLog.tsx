import { Link } from '@tanstack/react-router'

import { RelativeTime } from '@/components/RelativeTime'
import { Sentence } from '@/components/Sentence'
import { TimeUntil } from '@/components/TimeUntil'
import { formatCount, plural } from '@/lib/format'

import type { Delivery } from '../api/types'
import classes from './DeliveryLog.module.css'
import { DeliveryStatus } from './DeliveryStatus'
import type { DeliveriesSearch } from './search'

interface DeliveryLogProps {
  deliveries: Delivery[]
  search: DeliveriesSearch
}

/** What was sent and what is owed, each line a link to its request and answers. */
export function DeliveryLog({ deliveries, search }: DeliveryLogProps) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">State</th>
          <th scope="col">Event</th>
          <th scope="col">Answer</th>
          <th scope="col" className={classes.number}>
            Tries
          </th>
          <th scope="col" className={classes.number}>
            When
          </th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <Row key={delivery.id} delivery={delivery} search={search} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ delivery, search }: { delivery: Delivery; search: DeliveriesSearch }) {
  const { id, webhook_id: webhookId, event, events, status, attempts, last_status, last_error, next_attempt_at: next } = delivery
  return (
    <tr>
      <td data-label="State">
        <DeliveryStatus delivery={delivery} />
      </td>
      <td className={classes.name}>
        <Link to="/webhooks/$webhookId" params={{ webhookId }} search={{ ...search, delivery: id }} resetScroll={false} className={classes.link}>
          {event}
        </Link>
        {events > 1 && <span className={classes.detail}>{formatCount(events)} events in one message</span>}
      </td>
      <td data-label="Answer" className={classes.answer}>
        {last_error === null ? last_status : <Sentence text={last_error} />}
        {status === 'pending' && last_error !== null && next !== null && (
          <span className={classes.next}>
            Next try <TimeUntil at={next} />
          </span>
        )}
      </td>
      <td data-label="Tries" className={classes.number} aria-label={plural(attempts, 'try', 'tries')}>
        {formatCount(attempts)}
      </td>
      <td data-label="When" className={classes.number}>
        <RelativeTime at={delivery.finished_at ?? delivery.created_at} />
      </td>
    </tr>
  )
}
