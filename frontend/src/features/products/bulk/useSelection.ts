import { useState } from 'react'

import type { ProductsSearch } from '../search'
import { filterBody } from '../api/query'

/** What is selected: products one by one, on any page, or all that match. */
export interface Selection {
  ids: ReadonlySet<number>
  all: boolean
}

export const NOTHING: Selection = { ids: new Set(), all: false }

/** The selection of one list; another filter is another list and begins with nothing selected. */
export function useSelection(search: ProductsSearch): [Selection, (selection: Selection) => void] {
  const list = JSON.stringify(filterBody(search))
  const [kept, setKept] = useState({ list, selection: NOTHING })
  const selection = kept.list === list ? kept.selection : NOTHING
  return [selection, (next) => setKept({ list, selection: next })]
}

/** The selected ones among those on the page. */
export function shownSelection({ ids, all }: Selection, pageIds: number[]): ReadonlySet<number> {
  return all ? new Set(pageIds) : ids
}
