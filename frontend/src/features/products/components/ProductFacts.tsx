import { formatPrice } from '@/lib/format'

import type { Product } from '../api/types'
import { fieldLabel } from './fieldLabels'
import classes from './ProductDrawer.module.css'

/** Every field of a product, to be read. */
export function ProductFacts({ product }: { product: Product }) {
  const attributes = Object.entries(product.attributes).map(([name, value]) => [`attributes.${name}`, value] as const)
  const facts = [
    ['name', product.name],
    ['price', product.price === null ? '' : formatPrice(product.price)],
    ['active', product.active ? 'yes' : 'no'],
    ['description', product.description ?? ''],
    ...attributes,
  ] as const
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={classes.fact}>
          <dt>{fieldLabel(name)}</dt>
          <dd>{value === '' ? 'none' : value}</dd>
        </div>
      ))}
    </dl>
  )
}
