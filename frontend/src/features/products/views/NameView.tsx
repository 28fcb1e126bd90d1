import { Button, Modal, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'

import { DIALOG } from '@/components/dialog'

import { useSaveView, type View, type ViewContent } from '../api/views'
import classes from '../bulk/BulkBar.module.css'

interface NameViewProps {
  title: string
  name: string
  /** With the id of the view that gets the name, or without one for a new view. */
  content: Omit<ViewContent, 'name'> & { id?: string }
  onSaved: (view: View) => void
  onClose: () => void
}

/** Asks for the name that a list is kept under. */
export function NameView({ title, name, content, onSaved, onClose }: NameViewProps) {
  const [text, setText] = useState(name)
  const save = useSaveView()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (text.trim() !== '') save.mutate({ ...content, name: text.trim() }, { onSuccess: onSaved })
  }
  return (
    <Modal opened onClose={onClose} title={title} classNames={DIALOG} centered lockScroll={false} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label="Name"
          description="Keeps the filters, the order and the columns, for everybody."
          data-autofocus
          maxLength={100}
          value={text}
          error={save.error?.message}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={text.trim() === ''} loading={save.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Modal>
  )
}
