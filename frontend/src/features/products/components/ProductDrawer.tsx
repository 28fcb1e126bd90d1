import { Drawer, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { Problem } from '@/components/Problem'

import { productQuery } from '../api/getProduct'
import { EditProduct } from './EditProduct'
import { NewProduct } from './NewProduct'
import classes from './ProductDrawer.module.css'

interface ProductDrawerProps {
  product: number | 'new' | undefined
  onClose: () => void
}

/** A product beside the list; whether and which one stands in the URL. */
export function ProductDrawer({ product, onClose }: ProductDrawerProps) {
  return (
    <Drawer.Root opened={product !== undefined} onClose={onClose} position="right" size={520} lockScroll={false}>
      <Drawer.Overlay backgroundOpacity={0.28} />
      <Drawer.Content className={classes.content}>
        <Drawer.Header className={classes.header}>
          <Drawer.Title className={classes.title}>{product === 'new' ? 'New product' : 'Product'}</Drawer.Title>
          <Drawer.CloseButton aria-label="Close" />
        </Drawer.Header>
        {product === 'new' && <NewProduct onClose={onClose} />}
        {typeof product === 'number' && <LoadedProduct key={product} id={product} onClose={onClose} />}
      </Drawer.Content>
    </Drawer.Root>
  )
}

function LoadedProduct({ id, onClose }: { id: number; onClose: () => void }) {
  const { data, error, refetch } = useQuery(productQuery(id))
  if (error && !data) {
    return (
      <div className={classes.body}>
        <Problem error={error} retry={refetch} />
      </div>
    )
  }
  if (!data) {
    return (
      <div className={classes.body} aria-busy="true">
        {Array.from({ length: 4 }, (_, index) => (
          <Skeleton key={index} height={56} />
        ))}
      </div>
    )
  }
  return <EditProduct tagged={data} onClose={onClose} />
}
