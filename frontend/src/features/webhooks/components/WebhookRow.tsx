import { Link } from '@tanstack/react-router'

import { RelativeTime } from '@/components/RelativeTime'
import { Sentence } from '@/components/Sentence'

import type { Webhook } from '../api/types'
import { HealthSpark } from '../health/HealthSpark'
import { EnabledSwitch } from './EnabledSwitch'
import classes from './WebhookRow.module.css'
import { WebhookStatus } from './WebhookStatus'
import { eventsInWords, nameOf, stateOf } from './words'

/** A webhook in the list: what it is, what it is told, how it has been, and why it does not deliver. */
export function WebhookRow({ webhook }: { webhook: Webhook }) {
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Link to="/webhooks/$webhookId" params={{ webhookId: webhook.id }} className={classes.name}>
          {nameOf(webhook)}
        </Link>
        <span className={classes.url} title={webhook.url}>
          {webhook.url}
        </span>
        <span className={classes.events} title={webhook.events.join(', ')}>
          {eventsInWords(webhook.events)}
        </span>
      </div>
      <div className={classes.health}>
        <HealthSpark webhookId={webhook.id} />
      </div>
      <div className={classes.state}>
        <WebhookStatus webhook={webhook} />
        {webhook.last_triggered_at !== null && (
          <span className={classes.when}>
            sent <RelativeTime at={webhook.last_triggered_at} />
          </span>
        )}
      </div>
      <div className={classes.switch}>
        <EnabledSwitch webhook={webhook} />
      </div>
      <Trouble webhook={webhook} />
    </li>
  )
}

function Trouble({ webhook }: { webhook: Webhook }) {
  const state = stateOf(webhook)
  const text = state === 'disabled' ? webhook.disabled_reason : state === 'failing' ? webhook.last_error : null
  if (text === null) return null
  return (
    <p className={classes.trouble} data-state={state}>
      <Sentence text={text} />
    </p>
  )
}
