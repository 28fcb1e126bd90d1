import { Pagination } from '@mantine/core'

import classes from './Pager.module.css'

interface PagerProps {
  page: number
  pages: number
  onPage: (page: number) => void
  label: string
}

/** Page numbers below a list; nothing at all while there is only one page. */
export function Pager({ page, pages, onPage, label }: PagerProps) {
  if (pages <= 1) return null
  return (
    <nav className={classes.pager} aria-label={label}>
      <Pagination
        value={page}
        total={pages}
        onChange={onPage}
        size="sm"
        siblings={1}
        getItemProps={(number) => ({ 'aria-label': `Page ${number}` })}
        getControlProps={(control) => ({ 'aria-label': `${control.charAt(0).toUpperCase()}${control.slice(1)} page` })}
      />
    </nav>
  )
}
