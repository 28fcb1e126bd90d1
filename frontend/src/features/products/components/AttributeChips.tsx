import type { Product } from '../api/types'
import classes from './AttributeChips.module.css'

/** All attributes of a product on one line. */
export function AttributeChips({ attributes }: Pick<Product, 'attributes'>) {
  const entries = Object.entries(attributes)
  if (entries.length === 0) return null
  return (
    <span className={classes.attributes}>
      {entries.map(([name, value]) => (
        <span key={name} className={classes.attribute}>
          <span className={classes.name}>{name}</span> {value}
        </span>
      ))}
    </span>
  )
}
