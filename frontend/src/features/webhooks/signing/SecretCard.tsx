import { Button } from '@mantine/core'
import { useState } from 'react'

import { Card } from '@/components/Card'
import { Problem } from '@/components/Problem'
import { Question } from '@/components/Question'
import { TimeUntil } from '@/components/TimeUntil'
import { messageFor } from '@/lib/api/error'

import { useRotateSecret } from '../api/changeWebhook'
import type { Webhook } from '../api/types'
import { fieldProblemsOf, generalProblemOf } from '../form/saveProblems'
import { MADE, ownSecret, secretProblems } from './choice'
import { SecretChoice } from './SecretChoice'
import classes from './SecretCard.module.css'

/** Whether messages are signed, by which secrets, and how to give it another one. */
export function SecretCard({ webhook }: { webhook: Webhook }) {
  const { signed, former_secret_until: until } = webhook
  const [secret, setSecret] = useState(MADE)
  const [asking, setAsking] = useState(false)
  const rotate = useRotateSecret(webhook.id)
  const general = generalProblemOf(rotate.error)
  const ask = () => {
    rotate.reset()
    setSecret(MADE)
    setAsking(true)
  }
  const make = () => rotate.mutate(ownSecret(secret), { onSuccess: () => setAsking(false) })
  return (
    <Card
      title="Secret"
      aside={
        <Button variant="default" size="xs" onClick={ask}>
          {signed ? 'Rotate the secret' : 'Sign messages'}
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
      {asking && (
        <Question
          title={signed ? 'Give it another secret?' : 'Sign messages from now on?'}
          no={signed ? 'Keep the one there is' : 'Leave them unsigned'}
          onNo={() => setAsking(false)}
          yes={signed ? 'Rotate the secret' : 'Sign messages'}
          onYes={make}
          busy={rotate.isPending}
          disabled={secretProblems(secret).length > 0}
        >
          {signed && (
            <p>
              For 24 hours both sign, so that your program goes on verifying while you give it the new one. After that, messages are signed by the new one
              alone.
              {until !== null && ' A former secret that still signs ends at once.'}
            </p>
          )}
          <SecretChoice secret={secret} problem={messageFor(fieldProblemsOf(rotate.error), 'secret')} kinds={['made', 'own']} onSecret={setSecret} />
          {general && <Problem error={general} title="The secret is as it was." />}
        </Question>
      )}
    </Card>
  )
}
