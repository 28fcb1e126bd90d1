import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconCircleCheck, IconCircleX, IconSend } from '@tabler/icons-react'
import { useState } from 'react'

import { Problem } from '@/components/Problem'
import { RelativeTime } from '@/components/RelativeTime'
import { formatMilliseconds } from '@/lib/format'

import { type TestEvent, useSendTest } from '../api/deliveries'
import { eventTypesQuery } from '../api/eventTypes'
import type { Webhook } from '../api/types'
import classes from './SendTest.module.css'
import { statusInWords } from './words'

const TEST: TestEvent = 'webhook.test'

/** Sends a message now, also where the webhook is off; what the receiver says to it appears beside the button. */
export function SendTest({ webhook }: { webhook: Webhook }) {
  const { data: types } = useQuery(eventTypesQuery)
  const [event, setEvent] = useState<TestEvent>(TEST)
  const test = useSendTest(webhook.id)
  const result = test.data ?? webhook.last_test
  const deliveryId = test.data?.delivery_id
  return (
    <div className={classes.test}>
      <div className={classes.line}>
        <NativeSelect
          aria-label="Event to send as a test"
          data={types?.map(({ name }) => name) ?? [TEST]}
          value={event}
          onChange={(change) => setEvent(change.currentTarget.value as TestEvent)}
        />
        <Button variant="default" leftSection={<IconSend size={16} aria-hidden />} loading={test.isPending} onClick={() => test.mutate(event)}>
          Send test
        </Button>
        <div role="status" className={classes.answer}>
          {!test.isPending && result && (
            <>
              <Answer status={result.status} ms={result.time_ms} error={result.error} />
              {deliveryId !== undefined ? (
                <Link to="/webhooks/$webhookId" params={{ webhookId: webhook.id }} search={{ delivery: deliveryId }} className={classes.more}>
                  Request and answer
                </Link>
              ) : (
                webhook.last_test && (
                  <span className={classes.when}>
                    last tested <RelativeTime at={webhook.last_test.at} />
                  </span>
                )
              )}
            </>
          )}
        </div>
      </div>
      {test.error && <Problem error={test.error} title="The test was not sent." />}
    </div>
  )
}

function Answer({ status, ms, error }: { status: number | null; ms: number; error: string | null }) {
  const Icon = error === null ? IconCircleCheck : IconCircleX
  return (
    <span className={classes.outcome} data-ok={error === null || undefined}>
      <Icon size={16} stroke={1.9} aria-hidden className={classes.icon} />
      <span>
        {error === null ? 'Taken' : 'Not taken'}: {statusInWords(status)} after {formatMilliseconds(ms)}
        {/* Where a status says it all, its sentence would say it twice. */}
        {error !== null && (status === null || status < 400) && <span className={classes.error}>{error}</span>}
      </span>
    </span>
  )
}
