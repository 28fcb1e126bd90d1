import { Button } from '@mantine/core'
import { useState } from 'react'

import { Card } from '@/components/Card'
import { Problem } from '@/components/Problem'
import { Question } from '@/components/Question'
import { TimeUntil } from '@/components/TimeUntil'

import { useRotateSecret } from '../api/changeWebhook'
import type { Webhook } from '../api/types'
import classes from './SecretCard.module.css'

/** Whether messages are signed, by which secrets, and how to give it another one. */
export function SecretCard({ webhook }: { webhook: Webhook }) {
  const { signed, former_secret_until: until } = webhook
  const [asking, setAsking] = useState(false)
  const rotate = useRotateSecret(webhook.id)
  const make = () => rotate.mutate(undefined, { onSuccess: () => setAsking(false) })
  return (
    <Card
      title="Secret"
      aside={
        <Button variant="default" size="xs" loading={rotate.isPending} onClick={() => (signed ? setAsking(true) : make())}>
          {signed ? 'Rotate the secret' : 'Make a secret'}
        </Button>
      }
    >
      <p className={classes.words}>
        {signed ? 'Every message is signed. The secret is kept encrypted, and nobody is shown it again.' : 'Messages are not signed, so your program cannot tell whether they come from here.'}
      </p>
      {until !== null && (
        <p>
          Two secrets sign at present: the former one ends <TimeUntil at={until} />. Until then give your program the new one.
        </p>
      )}
      {rotate.error && <Problem error={rotate.error} title="No new secret was made." />}
      {asking && (
        <Question title="Make a new secret?" no="Keep the one there is" onNo={() => setAsking(false)} yes="Rotate the secret" onYes={make} busy={rotate.isPending}>
          <p>
            For 24 hours both sign, so that your program goes on verifying while you give it the new one. After that, messages are signed by the new one
            alone.
            {until !== null && ' A former secret that still signs ends at once.'}
          </p>
        </Question>
      )}
    </Card>
  )
}
