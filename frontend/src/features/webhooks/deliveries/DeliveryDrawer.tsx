import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconSend } from '@tabler/icons-react'

import { Problem } from '@/components/Problem'
import { RelativeTime } from '@/components/RelativeTime'
import { SideDrawer } from '@/components/SideDrawer'
import { TimeUntil } from '@/components/TimeUntil'
import { formatMoment, plural } from '@/lib/format'

import { deliveryQuery, useRedeliver } from '../api/deliveries'
import type { DeliveryDetail } from '../api/types'
import { CodeBlock } from '../components/CodeBlock'
import { AttemptEntry } from './AttemptEntry'
import classes from './DeliveryDrawer.module.css'
import { DeliveryStatus } from './DeliveryStatus'
import { readable } from './words'

const WIDTH = 680

interface DeliveryDrawerProps {
  delivery: string | undefined
  /** File names of the newest imports by their id. */
  imports: ReadonlyMap<string, string>
  onClose: () => void
}

/** One delivery beside the log: what is sent, each attempt with its answer, and when it is tried next. */
export function DeliveryDrawer({ delivery, imports, onClose }: DeliveryDrawerProps) {
  const { data } = useQuery({ ...deliveryQuery(delivery ?? ''), enabled: delivery !== undefined })
  return (
    <SideDrawer opened={delivery !== undefined} title={data?.event ?? 'Delivery'} size={WIDTH} onClose={onClose}>
      {delivery !== undefined && <Loaded key={delivery} id={delivery} imports={imports} />}
    </SideDrawer>
  )
}

function Loaded({ id, imports }: { id: string; imports: ReadonlyMap<string, string> }) {
  const { data, error, refetch } = useQuery(deliveryQuery(id))
  return (
    <div className={classes.body}>
      {error && <Problem error={error} retry={refetch} />}
      {!data && !error && <Skeleton height={240} />}
      {data && <Delivery delivery={data} file={data.job_id === null ? undefined : imports.get(data.job_id)} />}
    </div>
  )
}

function Delivery({ delivery, file }: { delivery: DeliveryDetail; file: string | undefined }) {
  const again = useRedeliver(delivery.webhook_id)
  const { attempt_log: attempts, status } = delivery
  return (
    <>
      <div className={classes.head}>
        <div className={classes.state}>
          <DeliveryStatus delivery={delivery} />
          <Next delivery={delivery} />
        </div>
        <Button variant="default" leftSection={<IconSend size={16} aria-hidden />} loading={again.isPending} onClick={() => again.mutate(delivery.id)}>
          Send again
        </Button>
      </div>
      {again.error && <Problem error={again.error} title="It is not sent again." />}
      {status === 'failed' && attempts.every(({ ok }) => ok) && delivery.last_error !== null && <p className={classes.reason}>{delivery.last_error}</p>}
      <dl className={classes.facts}>
        <dt>Message</dt>
        <dd>
          <code>{delivery.message_id}</code>
        </dd>
        <dt>Happened</dt>
        <dd>
          <RelativeTime at={delivery.occurred_at} />
        </dd>
        {delivery.job_id !== null && file !== undefined && (
          <>
            <dt>Import</dt>
            <dd>
              <Link to="/imports/$importId" params={{ importId: delivery.job_id }}>
                {file}
              </Link>
            </dd>
          </>
        )}
        <dt>Sent</dt>
        <dd>{attempts.length === 0 ? 'not yet' : plural(delivery.attempts, 'time')}</dd>
      </dl>
      <section className={classes.part} aria-label="Attempts">
        <h3 className={classes.title}>Attempts</h3>
        {attempts.length === 0 && <p className={classes.none}>It has not been tried yet.</p>}
        <ol className={classes.attempts}>
          {attempts.map((attempt, index) => (
            <AttemptEntry key={attempt.number} attempt={attempt} first={index === 0} />
          ))}
        </ol>
      </section>
      <CodeBlock title="Body, the same at every attempt" label="Body of the message" code={readable(delivery.body)} copied={delivery.body} />
    </>
  )
}

function Next({ delivery: { status, next_attempt_at: next, attempts } }: { delivery: DeliveryDetail }) {
  if (status !== 'pending' || next === null) return null
  return (
    <span className={classes.next}>
      {attempts === 0 ? 'First try' : 'Next try'} <TimeUntil at={next} />, at {formatMoment(next)}
    </span>
  )
}
