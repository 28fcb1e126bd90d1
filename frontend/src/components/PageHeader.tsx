import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'

import classes from './PageHeader.module.css'

interface PageHeaderProps {
  title: ReactNode
  /** What the browser tab says before the product's name; the state comes first: "43 % · products.csv". */
  tab: string
  children?: ReactNode
  actions?: ReactNode
}

/** The one heading of a page, and the text of its browser tab. */
export function PageHeader({ title, tab, children, actions }: PageHeaderProps) {
  useDocumentTitle(`${tab} · Product Importer`)
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <h1>{title}</h1>
        {children !== undefined && <div className={classes.subtitle}>{children}</div>}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
  )
}
