import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'

import { Problem } from '@/components/Problem'
import { SideDrawer } from '@/components/SideDrawer'
import { useMay } from '@/lib/session'

import { productQuery } from '../api/getProduct'
import classes from './ProductDrawer.module.css'

const EditProduct = lazy(() => import('./EditProduct').then(({ EditProduct: component }) => ({ default: component })))
const NewProduct = lazy(() => import('./NewProduct').then(({ NewProduct: component }) => ({ default: component })))
const toRead = () => import('./productsToRead')
const LookAtProduct = lazy(async () => ({ default: (await toRead()).LookAtProduct }))
const NoNewProduct = lazy(async () => ({ default: (await toRead()).NoNewProduct }))
const TrashedProduct = lazy(async () => ({ default: (await toRead()).TrashedProduct }))

interface ProductDrawerProps {
  product: number | 'new' | undefined
  onClose: () => void
  /** Closes it after what was asked for has been done. */
  onDone: () => void
}

/** A product beside the list; whether and which one stands in the URL. */
export function ProductDrawer({ product, onClose, onDone }: ProductDrawerProps) {
  const id = typeof product === 'number' ? product : 0
  const mayWrite = useMay('write')
  const { data: loaded } = useQuery({ ...productQuery(id), enabled: id > 0 })
  return (
    <SideDrawer opened={product !== undefined} title={product === 'new' ? 'New product' : (loaded?.data.sku ?? 'Product')} onClose={onClose}>
      <Suspense fallback={<Waiting />}>
        {product === 'new' && !mayWrite && <NoNewProduct />}
        {product === 'new' && mayWrite && <NewProduct onClose={onClose} onDone={onDone} />}
        {typeof product === 'number' && <LoadedProduct key={product} id={product} onDone={onDone} />}
      </Suspense>
    </SideDrawer>
  )
}

function LoadedProduct({ id, onDone }: { id: number; onDone: () => void }) {
  const { data, error, refetch } = useQuery(productQuery(id))
  const mayWrite = useMay('write')
  if (error && !data) {
    return (
      <div className={classes.body}>
        <Problem error={error} retry={refetch} />
      </div>
    )
  }
  if (!data) return <Waiting />
  if (!mayWrite) return <LookAtProduct tagged={data} />
  return data.data.deleted_at === null ? <EditProduct tagged={data} onDeleted={onDone} /> : <TrashedProduct tagged={data} onRestored={onDone} />
}

function Waiting() {
  return (
    <div className={classes.body} aria-busy="true">
      {Array.from({ length: 4 }, (_, index) => (
        <Skeleton key={index} height={56} />
      ))}
    </div>
  )
}
