import { Button, Modal } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'

import classes from './Confirm.module.css'

/** Asks before edits are lost: to closing the drawer, to another page, or (through the browser) to closing the tab. */
export function UnsavedGuard({ active }: { active: boolean }) {
  const { status, proceed, reset } = useBlocker({ shouldBlockFn: () => active, enableBeforeUnload: active, disabled: !active, withResolver: true })
  return (
    <Modal opened={status === 'blocked'} onClose={() => reset?.()} title="Your changes are not saved" centered lockScroll={false}>
      <div className={classes.question}>
        <p>What you have written in this form will be lost.</p>
        <div className={classes.answers}>
          <Button variant="default" data-autofocus onClick={() => reset?.()}>
            Keep editing
          </Button>
          <Button color="red" onClick={() => proceed?.()}>
            Discard changes
          </Button>
        </div>
      </div>
    </Modal>
  )
}
