import { Link } from '@tanstack/react-router'
import { memo } from 'react'

import type { Product } from '../api/types'
import { DEFAULT_SORT, nextSort, type ProductsSearch } from '../search'
import { type Column, COLUMNS } from './columns'
import classes from './ProductsTable.module.css'
import { SortHeader } from './SortHeader'

interface ProductsTableProps {
  products: Product[]
  search: ProductsSearch
  stale: boolean
}

const SKU: Column = { id: 'sku', header: 'SKU', sort: 'sku', width: '22%', cell: ({ sku }) => sku }

/** The grid: it fills the window, its header stays in sight, and below 760 px each row becomes a card. */
export function ProductsTable({ products, search, stale }: ProductsTableProps) {
  const sort = search.sort ?? DEFAULT_SORT
  return (
    <table className={classes.table} data-stale={stale || undefined}>
      <colgroup>
        {[SKU, ...COLUMNS].map(({ id, width }) => (
          <col key={id} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {[SKU, ...COLUMNS].map((column) => (
            <SortHeader key={column.id} column={column} sort={sort} next={column.sort && { ...search, sort: nextSort(sort, column.sort), page: undefined }} />
          ))}
        </tr>
      </thead>
      <tbody>
        {products.map((product) => (
          <ProductRow key={product.id} product={product} open={search.product === product.id} />
        ))}
      </tbody>
    </table>
  )
}

const ProductRow = memo(function ProductRow({ product, open }: { product: Product; open: boolean }) {
  return (
    <tr className={classes.row} data-open={open || undefined}>
      <th scope="row" className={classes.sku}>
        <Link to="/products" search={(search) => ({ ...search, product: product.id })} resetScroll={false} preload={false} className={classes.link}>
          {product.sku}
        </Link>
      </th>
      {COLUMNS.map(({ id, align, cell }) => (
        <td key={id} data-column={id} data-align={align}>
          {cell(product)}
        </td>
      ))}
    </tr>
  )
})
