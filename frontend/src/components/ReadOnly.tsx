import { IconEye } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import classes from './ReadOnly.module.css'

/** Says that this person only looks here, where the page would else be puzzling without its buttons. */
export function ReadOnly({ children }: { children: ReactNode }) {
  return (
    <p className={classes.words}>
      <IconEye size={16} aria-hidden className={classes.icon} />
      <span>{children}</span>
    </p>
  )
}
