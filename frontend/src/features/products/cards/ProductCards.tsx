import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import { RelativeTime } from '@/components/RelativeTime'
import { formatPrice } from '@/lib/format'

import type { Product } from '../api/types'
import { isAddress } from '../columns/pictures'
import { ActiveMark } from '../components/ActiveMark'
import { AttributeChips } from '../components/AttributeChips'
import { Picture } from '../components/Picture'
import { fieldLabel } from '../components/fieldLabels'
import { textOf } from '../grid/cellText'
import { isAttributeKey } from '../search'
import classes from './ProductCards.module.css'

export interface ProductCardsProps {
  products: Product[]
  columns: string[]
  pictures: ReadonlySet<string>
  stale: boolean
  openId: number | 'new' | undefined
  /** Whether anything can be done with what is selected. */
  selectable: boolean
  selected: ReadonlySet<number>
  onSelected: (ids: Set<number>) => void
}

/** The page of a narrow window: each product a card that opens it. */
export function ProductCards({ products, stale, selected, onSelected, openId, selectable, ...shown }: ProductCardsProps) {
  const toggle = (id: number, on: boolean) => {
    const next = new Set(selected)
    if (on) next.add(id)
    else next.delete(id)
    onSelected(next)
  }
  return (
    <ul className={classes.cards} aria-label="Products" data-stale={stale || undefined}>
      {products.map((product) => (
        <li key={product.id} className={classes.card} data-open={openId === product.id || undefined} data-selectable={selectable || undefined}>
          {selectable && (
            <Checkbox aria-label={`Select ${product.sku}`} checked={selected.has(product.id)} onChange={(event) => toggle(product.id, event.currentTarget.checked)} className={classes.select} />
          )}
          <CardContent product={product} {...shown} />
        </li>
      ))}
    </ul>
  )
}

function CardContent({ product, columns, pictures }: { product: Product; columns: string[]; pictures: ReadonlySet<string> }) {
  const has = (column: string) => columns.includes(column)
  const picture = columns.find((column) => pictures.has(column) && isAddress(textOf(product, column)))
  const attributes = columns.filter((column) => isAttributeKey(column) && column !== picture && textOf(product, column) !== '')
  return (
    <div className={classes.content}>
      <div className={classes.line}>
        <Link to="/products" search={(search) => ({ ...search, product: product.id })} resetScroll={false} preload={false} className={classes.link}>
          {product.sku}
        </Link>
        {product.deleted_at === null ? has('active') && <ActiveMark active={product.active} /> : <RelativeTime at={product.deleted_at} />}
      </div>
      <div className={classes.line}>
        <span className={classes.name}>{product.name}</span>
        {has('price') && product.price !== null && <span className={classes.price}>{formatPrice(product.price)}</span>}
      </div>
      {has('description') && product.description !== null && <p className={classes.description}>{product.description}</p>}
      {has('attributes') && <AttributeChips attributes={product.attributes} />}
      {attributes.map((column) => (
        <p key={column} className={classes.attribute}>
          <span className={classes.label}>{fieldLabel(column)}</span> {textOf(product, column)}
        </p>
      ))}
      {picture !== undefined && <Picture address={textOf(product, picture).trim()} label={`${fieldLabel(picture)} of ${product.sku}`} />}
    </div>
  )
}
