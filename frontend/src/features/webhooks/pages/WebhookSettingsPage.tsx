import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type SubmitEvent, useRef, useState } from 'react'

import { Problem } from '@/components/Problem'
import { UnsavedGuard } from '@/components/UnsavedGuard'

import { useChangeWebhook } from '../api/changeWebhook'
import { useWebhook } from '../components/webhookContext'
import { draftOf, isChanged, patchOf, problemsIn } from '../form/draft'
import { Example } from '../form/Example'
import { conflictOf, fieldProblemsOf, generalProblemOf } from '../form/saveProblems'
import { useFirstProblem } from '../form/useFirstProblem'
import { WebhookFields } from '../form/WebhookFields'
import classes from './form.module.css'

/** Every field at once; saving names the version that was read, so that nobody's change is overrun. */
export function WebhookSettingsPage() {
  const current = useWebhook()
  const [base, setBase] = useState(current)
  const [draft, setDraft] = useState(() => draftOf(base.data))
  const [refusals, setRefusals] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  useFirstProblem(form, refusals)
  const change = useChangeWebhook(base.data.id)
  const changed = isChanged(base.data, draft)
  const conflict = conflictOf(change.error)
  const moved = isChanged(current.data, draftOf(base.data))
  // Nothing of one's own would be lost: the form follows what others save.
  if (moved && !changed) take(current)

  function take(tagged: typeof base): void {
    setBase(tagged)
    setDraft(draftOf(tagged.data))
  }
  const refused = () => setRefusals((count) => count + 1)
  const save = (etag: string | null) =>
    change.mutate({ patch: patchOf(base.data, draft), etag }, { onSuccess: take, onError: refused })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!changed) return
    if (problemsIn(draft).length > 0) refused()
    // Switching it on or off, or a new secret, makes another version too, but none that this form would overrun.
    else save(moved ? base.etag : current.etag)
  }

  const general = generalProblemOf(change.error)
  return (
    <div className={classes.columns}>
      <form ref={form} className={classes.form} onSubmit={submit} noValidate>
        <WebhookFields draft={draft} problems={[...(refusals > 0 ? problemsIn(draft) : []), ...fieldProblemsOf(change.error)]} onDraft={setDraft} />
        {general && <Problem error={general} title="It was not saved." />}
        {conflict && (
          <Problem error={new Error('Somebody else has changed this webhook since you opened it.')} title="It was not saved.">
            <Button size="xs" variant="default" onClick={() => save(conflict.etag)}>
              Save mine over it
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                take({ data: conflict.current, etag: conflict.etag })
                change.reset()
              }}
            >
              Take theirs
            </Button>
          </Problem>
        )}
        <div className={classes.actions}>
          <Button type="submit" disabled={!changed} loading={change.isPending}>
            Save changes
          </Button>
          {changed && (
            <Button variant="default" onClick={() => take(current)}>
              Discard
            </Button>
          )}
          {!changed && change.isSuccess && (
            <span className={classes.saved} role="status">
              <IconCheck size={16} aria-hidden /> Saved
            </span>
          )}
        </div>
      </form>
      <div className={classes.aside}>
        <Example draft={draft} />
      </div>
      <UnsavedGuard active={changed} />
    </div>
  )
}
