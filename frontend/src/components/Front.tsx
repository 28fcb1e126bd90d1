import type { ReactNode } from 'react'

import classes from './Front.module.css'
import icon from './icon.svg'

/** A page outside the frame of the product: one card, for those who are not in yet. */
export function Front({ children }: { children: ReactNode }) {
  return (
    <main className={classes.front}>
      <div className={classes.brand}>
        <img src={icon} alt="" width={24} height={24} />
        Product Importer
      </div>
      <div className={classes.card}>{children}</div>
    </main>
  )
}
