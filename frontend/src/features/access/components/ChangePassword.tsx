import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type SubmitEvent, useState } from 'react'

import { Card } from '@/components/Card'
import { Problem } from '@/components/Problem'
import { ApiError, messageFor } from '@/lib/api/error'

import { useChangePassword } from '../api/sessions'
import classes from './form.module.css'
import { PasswordField } from './PasswordField'
import { RULES, tooShort } from './passwordRules'

const NOTHING = { current: '', next: '' }

/** The password there is, and the one to come. */
export function ChangePassword({ email }: { email: string }) {
  const [draft, setDraft] = useState(NOTHING)
  const [tried, setTried] = useState(false)
  const change = useChangePassword()
  const refusal = change.error instanceof ApiError ? change.error : undefined
  const wrong = refusal?.code === 'password_wrong' ? refusal.message : undefined
  const refused = refusal && messageFor(refusal.fields, 'password')
  const edit = (part: Partial<typeof NOTHING>) => {
    setDraft({ ...draft, ...part })
    if (change.isError) change.reset()
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (draft.current === '' || tooShort(draft.next) !== undefined) return
    change.mutate(
      { current_password: draft.current, new_password: draft.next },
      {
        onSuccess: () => {
          setDraft(NOTHING)
          setTried(false)
          notifications.show({ message: 'The new password holds. Everywhere else you were logged out.' })
        },
      },
    )
  }
  return (
    <Card title="Password">
      <form className={`${classes.form} ${classes.narrow}`} onSubmit={submit} noValidate>
        <input hidden readOnly type="email" name="email" autoComplete="username" value={email} />
        <PasswordField
          label="Current password"
          kind="current"
          value={draft.current}
          error={(tried && draft.current === '' ? 'Give the password that holds now.' : undefined) ?? wrong}
          onValue={(current) => edit({ current })}
        />
        <PasswordField
          label="New password"
          description={`${RULES} Every other login of yours ends.`}
          kind="new"
          value={draft.next}
          error={(tried ? tooShort(draft.next) : undefined) ?? refused}
          onValue={(next) => edit({ next })}
        />
        {change.error && wrong === undefined && refused === undefined && <Problem error={change.error} title="It was not changed." />}
        <div>
          <Button type="submit" loading={change.isPending}>
            Change password
          </Button>
        </div>
      </form>
    </Card>
  )
}
