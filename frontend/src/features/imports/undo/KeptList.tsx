import { Link } from '@tanstack/react-router'

import { Sentence } from '@/components/Sentence'

import type { Kept } from '../api/undoImport'
import classes from './undo.module.css'

/** Products that an undo leaves as they are, each with the reason. */
export function KeptList({ kept }: { kept: Kept[] }) {
  return (
    <ul className={classes.list}>
      {kept.map(({ product_id: id, sku, name, reason }) => (
        <li key={id} className={classes.item}>
          <p>
            <Link to="/products" search={{ product: id }} className={classes.sku}>
              {sku ?? `Product ${id}`}
            </Link>{' '}
            {name}
          </p>
          <p className={classes.reason}>
            <Sentence text={reason} />
          </p>
        </li>
      ))}
    </ul>
  )
}
