import { Button, Checkbox, Modal, NativeSelect, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'

import { DIALOG } from '@/components/dialog'
import { Problem } from '@/components/Problem'
import { ApiError, messageFor } from '@/lib/api/error'
import type { Role } from '@/lib/permissions'

import { type Scope, useCreateApiKey } from '../api/apiKeys'
import classes from '../components/form.module.css'
import { endOf, SCOPES, SPANS } from './words'

interface CreateApiKeyProps {
  role: Role
  onCreated: (key: string, name: string) => void
  onClose: () => void
}

/** What a program may do, and for how long; a key does at most what its owner may. */
export function CreateApiKey({ role, onCreated, onClose }: CreateApiKeyProps) {
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<Scope[]>(['read'])
  const [days, setDays] = useState('90')
  const create = useCreateApiKey()
  const fields = create.error instanceof ApiError ? create.error.fields : []
  const ready = name.trim() !== '' && scopes.length > 0
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!ready) return
    create.mutate({ name: name.trim(), scopes, expires_at: endOf(days, new Date()) }, { onSuccess: (made) => onCreated(made.key, made.name) })
  }
  return (
    <Modal opened onClose={onClose} title="Create a key" classNames={DIALOG} centered lockScroll={false} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label="Name"
          description="The program that will use it."
          data-autofocus
          autoComplete="off"
          maxLength={100}
          value={name}
          error={messageFor(fields, 'name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group label="May be used to" value={scopes} onChange={setScopes} error={messageFor(fields, 'scopes')}>
          <div className={classes.choices}>
            {SCOPES.filter(({ roles }) => roles.includes(role)).map(({ scope, title, words }) => (
              <Checkbox key={scope} value={scope} label={title} description={words} />
            ))}
          </div>
        </Checkbox.Group>
        <NativeSelect label="Holds for" value={days} data={SPANS} onChange={(event) => setDays(event.currentTarget.value)} />
        {create.error && fields.length === 0 && <Problem error={create.error} title="No key was made." />}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isPending} disabled={!ready}>
            Create key
          </Button>
        </div>
      </form>
    </Modal>
  )
}
