import { Button, Modal } from '@mantine/core'
import { useState } from 'react'

import { DIALOG } from '@/components/dialog'
import { Problem } from '@/components/Problem'
import { RadioCards } from '@/components/RadioCards'

import { type User, useChangeUser } from '../api/users'
import classes from '../components/form.module.css'
import { nameOf, ROLE_OPTIONS } from './words'

export function ChangeRole({ user, onClose }: { user: User; onClose: () => void }) {
  const [role, setRole] = useState(user.role)
  const change = useChangeUser()
  return (
    <Modal opened onClose={onClose} title={`Role of ${nameOf(user)}`} classNames={DIALOG} centered lockScroll={false} closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={classes.form}>
        <RadioCards label="Role" options={ROLE_OPTIONS} value={role} onValue={setRole} />
        <p className={classes.meaning}>It holds from the next click on. Keys keep no scope that the role does not have.</p>
        {change.error && <Problem error={change.error} title="The role was not changed." />}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={role === user.role} loading={change.isPending} onClick={() => change.mutate({ id: user.id, patch: { role } }, { onSuccess: onClose })}>
            Change role
          </Button>
        </div>
      </div>
    </Modal>
  )
}
