import { Caution } from '@/components/Caution'
import { ReadOnly } from '@/components/ReadOnly'
import { RelativeTime } from '@/components/RelativeTime'

import type { TaggedProduct } from '../api/types'
import { History } from './History'
import classes from './ProductDrawer.module.css'
import { ProductFacts } from './ProductFacts'

/** A product for those who only look. */
export function LookAtProduct({ tagged }: { tagged: TaggedProduct }) {
  const { data: product } = tagged
  return (
    <div className={classes.body}>
      {product.deleted_at === null ? (
        <ReadOnly>Your role looks, and changes nothing.</ReadOnly>
      ) : (
        <Caution>
          <p>
            It was moved to the trash <RelativeTime at={product.deleted_at} />. An editor can restore it.
          </p>
        </Caution>
      )}
      <ProductFacts product={product} />
      <History tagged={tagged} />
    </div>
  )
}

export function NoNewProduct() {
  return (
    <div className={classes.body}>
      <ReadOnly>Your role looks, and changes nothing. An editor can create products.</ReadOnly>
    </div>
  )
}
