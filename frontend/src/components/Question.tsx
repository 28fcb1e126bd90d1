import { Button, Modal } from '@mantine/core'
import { type ReactNode, use, useEffect } from 'react'

import classes from './Question.module.css'
import { QuestionScope } from './questionScope'

interface QuestionProps {
  title: string
  children: ReactNode
  /** The safe answer; Escape gives it too. */
  no: string
  onNo: () => void
  /** The answer that cannot be taken back without effort. */
  yes: string
  onYes: () => void
  busy?: boolean
  /** Something has to be said before this answer can be given. */
  disabled?: boolean
}

/** Asks before something is lost. Mount it only while it is asked: a hidden modal would hear the key that opens it. */
export function Question({ title, children, no, onNo, yes, onYes, busy = false, disabled = false }: QuestionProps) {
  const tell = use(QuestionScope)
  useEffect(() => {
    tell(true)
    return () => tell(false)
  }, [tell])
  return (
    <Modal.Root opened onClose={onNo} centered lockScroll={false} classNames={{ content: classes.content }}>
      <Modal.Overlay backgroundOpacity={0.28} />
      <Modal.Content>
        <div className={classes.question}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          {children}
          <div className={classes.answers}>
            <Button variant="default" data-autofocus onClick={onNo}>
              {no}
            </Button>
            <Button color="red" loading={busy} disabled={disabled} onClick={onYes}>
              {yes}
            </Button>
          </div>
        </div>
      </Modal.Content>
    </Modal.Root>
  )
}
