import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import classes from './EmptyState.module.css'

interface EmptyStateProps {
  icon: TablerIcon
  title: string
  children: ReactNode
  actions?: ReactNode
}

/** What a list shows when it has nothing: why that is, and what to do about it. */
export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <section className={classes.empty}>
      <span className={classes.disc}>
        <Icon size={24} stroke={1.6} aria-hidden />
      </span>
      <h2>{title}</h2>
      <div className={classes.words}>{children}</div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </section>
  )
}
