import { Button } from '@mantine/core'
import { type SubmitEvent, useRef, useState } from 'react'

import { Card } from '@/components/Card'
import { LinkButton } from '@/components/LinkButton'
import { PageHeader } from '@/components/PageHeader'
import { Problem } from '@/components/Problem'
import { UnsavedGuard } from '@/components/UnsavedGuard'
import { messageFor } from '@/lib/api/error'

import { useCreateWebhook } from '../api/changeWebhook'
import { EMPTY_DRAFT, inputOf, problemsIn } from '../form/draft'
import { Example } from '../form/Example'
import { fieldProblemsOf, generalProblemOf } from '../form/saveProblems'
import { useFirstProblem } from '../form/useFirstProblem'
import { WebhookFields } from '../form/WebhookFields'
import { MADE, secretOf, secretProblems } from '../signing/choice'
import { SecretChoice } from '../signing/SecretChoice'
import classes from './form.module.css'

interface NewWebhookPageProps {
  /** Leads to the secret of the webhook that was made, and how to verify with it. */
  onCreated: (id: string) => void
}

export function NewWebhookPage({ onCreated }: NewWebhookPageProps) {
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const [secret, setSecret] = useState(MADE)
  const [refusals, setRefusals] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  useFirstProblem(form, refusals)
  const create = useCreateWebhook()
  const general = generalProblemOf(create.error)
  const own = [...problemsIn(draft), ...secretProblems(secret)]
  const problems = [...(refusals > 0 ? own : []), ...fieldProblemsOf(create.error)]
  const refused = () => setRefusals((count) => count + 1)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (own.length > 0) refused()
    else create.mutate({ ...inputOf(draft), enabled: true, secret: secretOf(secret) }, { onSuccess: ({ id }) => onCreated(id), onError: refused })
  }
  return (
    <div className={classes.page}>
      <PageHeader title="Add a webhook" tab="Add a webhook">
        An address of yours that is told when products change.
      </PageHeader>
      <div className={classes.columns}>
        <form ref={form} className={classes.form} onSubmit={submit} noValidate>
          <WebhookFields draft={draft} problems={problems} onDraft={setDraft} />
          <Card title="How it is signed">
            <SecretChoice secret={secret} problem={messageFor(problems, 'secret')} onSecret={setSecret} />
          </Card>
          {general && <Problem error={general} title="It was not created." />}
          <div className={classes.actions}>
            <Button type="submit" loading={create.isPending}>
              Create webhook
            </Button>
            <LinkButton to="/webhooks" variant="default">
              Cancel
            </LinkButton>
          </div>
        </form>
        <div className={classes.aside}>
          <Example draft={draft} />
        </div>
      </div>
      <UnsavedGuard active={(draft !== EMPTY_DRAFT || secret !== MADE) && !create.isSuccess} />
    </div>
  )
}
