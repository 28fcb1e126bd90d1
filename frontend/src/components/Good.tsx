import { IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import classes from './Notice.module.css'

/** Something that was recognised or done for the person, worth knowing and nothing to worry about. */
export function Good({ children }: { children: ReactNode }) {
  return (
    <div className={classes.notice} data-tone="good">
      <IconCircleCheck size={18} aria-hidden className={classes.icon} />
      <p className={classes.words}>
        <span>{children}</span>
      </p>
    </div>
  )
}
