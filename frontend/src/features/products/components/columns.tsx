import type { ReactNode } from 'react'

import { RelativeTime } from '@/components/RelativeTime'
import { formatPrice } from '@/lib/format'

import type { Product } from '../api/types'
import type { SortKey } from '../search'
import { ActiveMark } from './ActiveMark'
import classes from './ProductsTable.module.css'

export interface Column {
  id: string
  header: string
  sort?: SortKey
  /** A share of the width, or pixels. */
  width: string
  align?: 'right'
  cell: (product: Product) => ReactNode
}

/** The columns of the grid, from left to right; the SKU stands before them and opens the drawer. */
export const COLUMNS: Column[] = [
  { id: 'name', header: 'Name', sort: 'name', width: '34%', cell: ({ name }) => name },
  {
    id: 'price',
    header: 'Price',
    sort: 'price',
    width: '112px',
    align: 'right',
    cell: ({ price }) => (price === null ? <span className={classes.none}>none</span> : formatPrice(price)),
  },
  { id: 'active', header: 'State', sort: 'active', width: '108px', cell: ({ active }) => <ActiveMark active={active} /> },
  { id: 'attributes', header: 'Attributes', width: '28%', cell: ({ attributes }) => summaryOf(attributes) },
  { id: 'updated', header: 'Changed', sort: 'updated_at', width: '132px', cell: ({ updated_at: at }) => <RelativeTime at={at} /> },
]

function summaryOf(attributes: Product['attributes']): ReactNode {
  const entries = Object.entries(attributes)
  if (entries.length === 0) return null
  return (
    <span className={classes.attributes}>
      {entries.map(([name, value]) => (
        <span key={name} className={classes.attribute}>
          <span className={classes.attributeName}>{name}</span> {value}
        </span>
      ))}
    </span>
  )
}
