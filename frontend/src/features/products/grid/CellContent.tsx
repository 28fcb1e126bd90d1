import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { RelativeTime } from '@/components/RelativeTime'
import { formatPrice } from '@/lib/format'

import type { Product } from '../api/types'
import { isAddress } from '../columns/pictures'
import { AttributeChips } from '../components/AttributeChips'
import { Picture } from '../components/Picture'
import { fieldLabel } from '../components/fieldLabels'
import { textOf } from './cellText'
import classes from './Grid.module.css'

interface CellContentProps {
  product: Product
  column: string
  /** Whether an address is drawn as its picture. */
  picture?: boolean
}

/** What a cell shows while nobody edits it. */
export function CellContent({ product, column, picture = false }: CellContentProps): ReactNode {
  const text = textOf(product, column)
  switch (column) {
    case 'sku':
      return <OpenProduct product={product} />
    case 'price':
      return text === '' ? null : formatPrice(text)
    case 'attributes':
      return <AttributeChips attributes={product.attributes} />
    case 'created_at':
    case 'updated_at':
    case 'deleted_at':
      return text === '' ? null : <RelativeTime at={text} />
    default:
      return picture && isAddress(text) ? <Picture key={text} address={text.trim()} label={`${fieldLabel(column)} of ${product.sku}`} /> : text
  }
}

/** The keyboard opens a product from its cell; a link that took the focus would leave the grid. */
function OpenProduct({ product }: { product: Product }) {
  return (
    <Link
      to="/products"
      search={(search) => ({ ...search, product: product.id })}
      resetScroll={false}
      preload={false}
      tabIndex={-1}
      className={classes.link}
      draggable={false}
    >
      {product.sku}
    </Link>
  )
}
