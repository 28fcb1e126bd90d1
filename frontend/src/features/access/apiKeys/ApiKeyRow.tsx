import { Button } from '@mantine/core'
import { useState, useSyncExternalStore } from 'react'

import { Problem } from '@/components/Problem'
import { Question } from '@/components/Question'
import { RelativeTime } from '@/components/RelativeTime'
import { clockOf } from '@/lib/clock'
import { formatMoment } from '@/lib/format'

import { type ApiKey, useRevokeApiKey } from '../api/apiKeys'
import classes from '../components/rows.module.css'
import { holds } from './words'

const clock = clockOf(20_000)

export function ApiKeyRow({ apiKey, own }: { apiKey: ApiKey; own: boolean }) {
  const [asking, setAsking] = useState(false)
  const now = useSyncExternalStore(clock.subscribe, clock.now)
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <p className={classes.name}>
          {apiKey.name} <code className={classes.prefix}>{apiKey.prefix}…</code>
        </p>
        <p className={classes.facts}>
          {apiKey.scopes.join(', ')} · {!own && `of ${apiKey.owner ?? 'the command line'} · `}made <RelativeTime at={apiKey.created_at} /> · <LastUse at={apiKey.last_used_at} />
        </p>
      </div>
      <span className={classes.state} data-off={!holds(apiKey, now) || undefined}>
        <State apiKey={apiKey} now={now} />
      </span>
      {holds(apiKey, now) && (
        <Button variant="default" size="xs" aria-label={`Revoke ${apiKey.name}`} onClick={() => setAsking(true)}>
          Revoke
        </Button>
      )}
      {asking && <Revoke apiKey={apiKey} onClose={() => setAsking(false)} />}
    </li>
  )
}

function LastUse({ at }: { at: string | null }) {
  if (at === null) return 'never used'
  return (
    <>
      used <RelativeTime at={at} />
    </>
  )
}

function State({ apiKey: { revoked_at: revoked, expires_at: end }, now }: { apiKey: ApiKey; now: Date }) {
  if (revoked !== null) {
    return (
      <>
        revoked <RelativeTime at={revoked} />
      </>
    )
  }
  if (end === null) return 'no end'
  return `${Date.parse(end) > now.getTime() ? 'until' : 'ended'} ${formatMoment(end)}`
}

function Revoke({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const revoke = useRevokeApiKey()
  return (
    <Question title={`Revoke ${apiKey.name}?`} no="Keep it" onNo={onClose} yes="Revoke key" onYes={() => revoke.mutate(apiKey.id, { onSuccess: onClose })} busy={revoke.isPending}>
      <p>The program that uses {apiKey.prefix}… is refused from its next request on. A revoked key cannot be brought back.</p>
      {revoke.error && <Problem error={revoke.error} title="It was not revoked." />}
    </Question>
  )
}
