import { Button } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { IconKey } from '@tabler/icons-react'

import { CopyButton } from '@/components/CopyButton'
import classes from './FreshSecret.module.css'

interface FreshSecretProps {
  secret: string
  onStored: () => void
}

/** A secret that was just made: the one time that it is shown. */
export function FreshSecret({ secret, onStored }: FreshSecretProps) {
  // Other pages keep it in memory; closing the tab or loading it anew would lose it.
  useBlocker({ shouldBlockFn: () => false, enableBeforeUnload: true })
  return (
    <section className={classes.fresh} aria-label="The new secret">
      <IconKey size={20} stroke={1.7} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <h2>Copy the secret now</h2>
        <p className={classes.meaning}>It signs every message to this webhook. It is shown this once and never again; a lost one is replaced by a new one.</p>
      </div>
      <code className={classes.secret}>{secret}</code>
      <div className={classes.actions}>
        <CopyButton text={secret} what="the secret" size="sm" variant="filled" />
        <Button variant="default" onClick={onStored}>
          I have stored it
        </Button>
      </div>
    </section>
  )
}
