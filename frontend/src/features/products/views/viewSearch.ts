import type { View } from '../api/views'
import { knownColumns } from '../columns/layout'
import { type ProductsSearch, productsSearch } from '../search'

/** What a view keeps of the address: not the page one is on, nor what is open. */
export function keptSearch(search: ProductsSearch): Record<string, string> {
  const kept = productsSearch({ ...search, page: undefined, product: undefined, view: undefined })
  const texts = Object.entries(kept).map(([name, value]): [string, string] => [name, String(value)])
  return Object.fromEntries(texts.sort(([one], [other]) => one.localeCompare(other)))
}

export function openedView(view: View): ProductsSearch {
  return productsSearch({ ...view.search, view: view.id })
}

/** Whether what is shown is no longer what the view keeps. */
export function isModified(view: View, search: ProductsSearch, columns: string[]): boolean {
  const saved = keptSearch(productsSearch(view.search))
  return JSON.stringify([saved, knownColumns(view.columns)]) !== JSON.stringify([keptSearch(search), columns])
}
