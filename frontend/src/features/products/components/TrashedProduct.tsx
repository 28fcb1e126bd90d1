import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconRestore } from '@tabler/icons-react'

import { Caution } from '@/components/Caution'
import { Problem } from '@/components/Problem'
import { RelativeTime } from '@/components/RelativeTime'

import { useRestoreProduct } from '../api/restoreProduct'
import type { TaggedProduct } from '../api/types'
import { History } from './History'
import classes from './ProductDrawer.module.css'
import { ProductFacts } from './ProductFacts'

interface TrashedProductProps {
  tagged: TaggedProduct
  onRestored: () => void
}

/** A product in the trash: to be read, and to be taken out again before it can be changed. */
export function TrashedProduct({ tagged, onRestored }: TrashedProductProps) {
  const { data: product } = tagged
  const restore = useRestoreProduct()
  const takeOut = () =>
    restore.mutate(product.id, {
      onSuccess: ({ sku }) => {
        notifications.show({ message: `${sku} is back in the catalogue.` })
        onRestored()
      },
    })
  return (
    <div className={classes.form}>
      <div className={classes.body}>
        {product.deleted_at !== null && (
          <Caution>
            <p>
              It was moved to the trash <RelativeTime at={product.deleted_at} />. Restore it to change it.
            </p>
          </Caution>
        )}
        {restore.error && <Problem error={restore.error} title="It was not restored." />}
        <ProductFacts product={product} />
        <History tagged={tagged} />
      </div>
      <div className={classes.footer}>
        <Button leftSection={<IconRestore size={16} aria-hidden />} loading={restore.isPending} onClick={takeOut}>
          Restore
        </Button>
      </div>
    </div>
  )
}
