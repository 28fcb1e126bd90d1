import { Switch } from '@mantine/core'
import { useState } from 'react'

import { Problem } from '@/components/Problem'
import { Question } from '@/components/Question'
import { plural } from '@/lib/format'

import { useChangeWebhook } from '../api/changeWebhook'
import type { Webhook } from '../api/types'
import classes from './EnabledSwitch.module.css'
import { nameOf } from './words'

interface EnabledSwitchProps {
  webhook: Webhook
  /** With a word beside it, where no row says what it belongs to. */
  labelled?: boolean
}

/** Turns a webhook on or off; asks first where something still waits to be sent. */
export function EnabledSwitch({ webhook, labelled = false }: EnabledSwitchProps) {
  const { id, enabled, pending_count: waiting } = webhook
  const [asking, setAsking] = useState(false)
  const change = useChangeWebhook(id)
  const turn = (on: boolean) => change.mutate({ patch: { enabled: on } }, { onSettled: () => setAsking(false) })
  return (
    <>
      <Switch
        {...(labelled ? { label: 'Enabled' } : { 'aria-label': `Send to ${nameOf(webhook)}` })}
        checked={change.isPending ? !enabled : enabled}
        onChange={() => (enabled && waiting > 0 ? setAsking(true) : turn(!enabled))}
      />
      {change.error && (
        <div className={classes.problem}>
          <Problem error={change.error} title={enabled ? 'It was not turned off.' : 'It was not turned on.'} />
        </div>
      )}
      {asking && (
        <Question title={`Turn off ${nameOf(webhook)}?`} no="Leave it on" onNo={() => setAsking(false)} yes="Turn off" onYes={() => turn(false)} busy={change.isPending}>
          <p>
            {plural(waiting, 'delivery waits', 'deliveries wait')} to be sent. Turned off, nothing more is sent, and what waits counts as failed. Turned on
            again, it is told of what happens from then on; <em>Replay</em> sends what failed.
          </p>
        </Question>
      )}
    </>
  )
}
