import { IconAlertCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import classes from './Notice.module.css'

/** Something odd that stops nothing, but deserves a look. */
export function Caution({ children }: { children: ReactNode }) {
  return (
    <div className={classes.notice} data-tone="caution">
      <IconAlertCircle size={18} aria-hidden className={classes.icon} />
      <div className={classes.words}>{children}</div>
    </div>
  )
}
