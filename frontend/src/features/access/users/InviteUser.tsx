import { Button, Modal, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'

import { DIALOG } from '@/components/dialog'
import { Problem } from '@/components/Problem'
import { RadioCards } from '@/components/RadioCards'
import { ApiError, isTaken, messageFor } from '@/lib/api/error'
import type { Role } from '@/lib/permissions'

import { type NewLink, useInviteUser } from '../api/users'
import classes from '../components/form.module.css'
import { ROLE_OPTIONS } from './words'

interface InviteUserProps {
  onInvited: (link: NewLink, email: string) => void
  onClose: () => void
}

/** Who may come in, and as what; the link that invites them is shown afterwards. */
export function InviteUser({ onInvited, onClose }: InviteUserProps) {
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const invite = useInviteUser()
  const fields = invite.error instanceof ApiError ? invite.error.fields : []
  const taken = isTaken(invite.error) ? invite.error?.message : undefined
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const given = { email: email.trim(), role, ...(name.trim() === '' ? {} : { display_name: name.trim() }) }
    if (given.email !== '') invite.mutate(given, { onSuccess: ({ link }) => onInvited(link, given.email) })
  }
  return (
    <Modal opened onClose={onClose} title="Invite somebody" classNames={DIALOG} centered lockScroll={false} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="off"
          data-autofocus
          value={email}
          error={messageFor(fields, 'email') ?? taken}
          onChange={(event) => {
            setEmail(event.currentTarget.value)
            invite.reset()
          }}
        />
        <TextInput label="Name" description="They can change it when they come in." autoComplete="off" maxLength={100} value={name} error={messageFor(fields, 'display_name')} onChange={(event) => setName(event.currentTarget.value)} />
        <RadioCards label="Role" options={ROLE_OPTIONS} value={role} onValue={setRole} />
        {invite.error && fields.length === 0 && taken === undefined && <Problem error={invite.error} title="Nobody was invited." />}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={invite.isPending} disabled={email.trim() === ''}>
            Make the invitation
          </Button>
        </div>
      </form>
    </Modal>
  )
}
