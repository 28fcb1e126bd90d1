import type { ReactNode } from 'react'

import classes from './Card.module.css'

interface CardProps {
  title?: ReactNode
  aside?: ReactNode
  /** Lets a table or list reach the edges. */
  flush?: boolean
  children: ReactNode
}

export function Card({ title, aside, flush = false, children }: CardProps) {
  return (
    <section className={classes.card} data-flush={flush || undefined}>
      {title !== undefined && (
        <div className={classes.head}>
          <h2>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  )
}
