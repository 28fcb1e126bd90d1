import type { QueryClient } from '@tanstack/react-query'

import type { Schemas } from '@/lib/api/client'

import { productKeys } from './keys'
import type { Product } from './types'

type ProductPage = Schemas['Page_ProductView_']

/**
 * Puts a product's newest version into every list that shows it, where it stands.
 * The lists are asked for again only when they are next opened: a row must not move away under an edit.
 */
export async function replaceInLists(queries: QueryClient, product: Product): Promise<void> {
  queries.setQueriesData<ProductPage>({ queryKey: productKeys.lists }, (page) => page && withProduct(page, product))
  await queries.invalidateQueries({ queryKey: productKeys.lists, refetchType: 'none' })
}

function withProduct(page: ProductPage, product: Product): ProductPage {
  return { ...page, items: page.items.map((one) => (one.id === product.id ? product : one)) }
}
