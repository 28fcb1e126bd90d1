import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

import type { ProductsSearch, Sort } from '../search'
import type { Column } from './columns'
import classes from './ProductsTable.module.css'

interface SortHeaderProps {
  column: Column
  sort: Sort
  /** Where a click leads; undefined for a column that cannot be sorted by. */
  next: ProductsSearch | undefined
}

export function SortHeader({ column, sort, next }: SortHeaderProps) {
  if (!next) {
    return (
      <th scope="col" data-align={column.align}>
        {column.header}
      </th>
    )
  }
  const up = sort === column.sort
  const down = sort === `-${column.sort}`
  const Arrow = down ? IconArrowDown : IconArrowUp
  return (
    <th scope="col" data-align={column.align} aria-sort={ariaSort(up, down)}>
      <Link to="/products" search={next} replace resetScroll={false} preload={false} className={classes.sort} data-sorted={up || down || undefined}>
        {column.header}
        <Arrow size={14} aria-hidden className={classes.arrow} />
      </Link>
    </th>
  )
}

function ariaSort(up: boolean, down: boolean): 'ascending' | 'descending' | 'none' {
  if (up) return 'ascending'
  return down ? 'descending' : 'none'
}
