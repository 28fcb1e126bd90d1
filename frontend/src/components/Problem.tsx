import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import classes from './Notice.module.css'
import { Sentence } from './Sentence'

interface ProblemProps {
  error: Error
  retry?: (() => unknown) | undefined
  /** What went wrong, when the sentence of the error does not say what was being attempted. */
  title?: string
  children?: ReactNode
}

/** An error beside what caused it: it stays until it is solved. */
export function Problem({ error, retry, title, children }: ProblemProps) {
  return (
    <div className={classes.notice} data-tone="danger" role="alert">
      <IconAlertTriangle size={18} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        {title !== undefined && <strong>{title}</strong>}
        <Sentence text={error.message} />
      </div>
      <div className={classes.actions}>
        {children}
        {retry && (
          <Button size="xs" variant="default" onClick={() => void retry()}>
            Try again
          </Button>
        )}
      </div>
    </div>
  )
}
