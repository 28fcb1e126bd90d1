import { Button } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { IconKey } from '@tabler/icons-react'

import { CopyButton } from './CopyButton'
import { Question } from './Question'
import classes from './ShownOnce.module.css'

interface ShownOnceProps {
  title: string
  meaning: string
  text: string
  /** What it is: "the secret". */
  what: string
  /** Whether other pages keep it in memory; closing the tab or loading it anew loses it all the same. */
  kept?: boolean
  onStored: () => void
}

/** Something secret that was just made: the one time that it is shown. */
export function ShownOnce({ title, meaning, text, what, kept = false, onStored }: ShownOnceProps) {
  const blocker = useBlocker({ shouldBlockFn: () => !kept, enableBeforeUnload: true, withResolver: true })
  return (
    <section className={classes.fresh} aria-label={title}>
      <IconKey size={20} stroke={1.7} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <h2>{title}</h2>
        <p>{meaning}</p>
      </div>
      <code className={classes.secret}>{text}</code>
      <div className={classes.actions}>
        <CopyButton text={text} what={what} size="sm" variant="filled" />
        <Button variant="default" onClick={onStored}>
          I have stored it
        </Button>
      </div>
      {blocker.status === 'blocked' && (
        <Question title={`Have you stored ${what}?`} no="Stay here" onNo={blocker.reset} yes="Leave this page" onYes={blocker.proceed}>
          <p>It is never shown again. A lost one can only be replaced.</p>
        </Question>
      )}
    </section>
  )
}
