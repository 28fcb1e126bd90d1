import { PageHeader } from '@/components/PageHeader'
import { RelativeTime } from '@/components/RelativeTime'
import { Sentence } from '@/components/Sentence'
import { formatCount } from '@/lib/format'

import type { Webhook } from '../api/types'
import { DeleteWebhook } from './DeleteWebhook'
import { EnabledSwitch } from './EnabledSwitch'
import classes from './WebhookHeader.module.css'
import { WebhookStatus } from './WebhookStatus'
import { eventsInWords, nameOf, STATE_WORDS, stateOf } from './words'

interface WebhookHeaderProps {
  webhook: Webhook
  onDeleted: () => void
}

/** Name, address, state, and what can be done on every page of the webhook. */
export function WebhookHeader({ webhook, onDeleted }: WebhookHeaderProps) {
  const state = stateOf(webhook)
  const waiting = webhook.pending_count
  return (
    <PageHeader
      title={nameOf(webhook)}
      tab={`${STATE_WORDS[state]} · ${nameOf(webhook)}`}
      actions={
        <>
          <span className={classes.switch}>
            <EnabledSwitch webhook={webhook} labelled />
          </span>
          <DeleteWebhook webhook={webhook} onDeleted={onDeleted} />
        </>
      }
    >
      <span className={classes.url}>{webhook.url}</span>
      <span className={classes.facts}>
        <WebhookStatus webhook={webhook} />
        {state === 'failing' && webhook.failing_since !== null && (
          <span>
            first failure <RelativeTime at={webhook.failing_since} />
          </span>
        )}
        <span title={webhook.events.join(', ')}>{eventsInWords(webhook.events)}</span>
        {waiting > 0 && <span>{waiting < 1000 ? formatCount(waiting) : '1,000 or more'} waiting</span>}
      </span>
      {state === 'disabled' && webhook.disabled_reason !== null && (
        <span className={classes.reason}>
          <Sentence text={webhook.disabled_reason} />
        </span>
      )}
    </PageHeader>
  )
}
