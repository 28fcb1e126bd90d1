import { useMemo } from 'react'

import { useKept } from '@/lib/useKept'

import type { Product } from '../api/types'
import { holdsPictures, hostsIn } from './pictures'

/** Which columns are drawn as pictures: none until the person allows it in this browser, for it asks other hosts. */
export function usePictures(columns: string[], products: Product[]) {
  const [kept, keep] = useKept('products.pictures')
  const allowed = kept === 'allowed'
  const found = useMemo(() => new Set(columns.filter((column) => holdsPictures(column, products))), [columns, products])
  const hosts = useMemo(() => (found.size > 0 ? hostsIn(found, products) : undefined), [found, products])
  const drawn = useMemo(() => (allowed ? found : new Set<string>()), [allowed, found])
  return { allowed, drawn, hosts, allow: (yes: boolean) => keep(yes ? 'allowed' : null) }
}
