import type { QueryClient } from '@tanstack/react-query'

import { conflictOf } from '../components/saveProblems'
import type { CellState } from '../grid/cellStates'
import { patchOf, textOf } from '../grid/cellText'
import { replaceInLists } from './cachedProducts'
import { productQuery } from './getProduct'
import { productKeys } from './keys'
import type { TaggedProduct } from './types'
import { patchProduct } from './updateProduct'

export interface CellWrite {
  id: number
  column: string
  text: string
  /** What the person has seen in this cell, and so may replace. */
  seen: string[]
}

/** Saves one cell. What others have changed in other cells meanwhile is no conflict: it stays. */
export async function writeCell(queries: QueryClient, { id, column, text, seen }: CellWrite): Promise<CellState> {
  try {
    // Without a network the query would wait for one, and the person for an answer.
    let tagged: TaggedProduct = await queries.query({ ...productQuery(id), staleTime: 0, retry: false, networkMode: 'always' })
    for (;;) {
      const { data, etag } = tagged
      const patch = patchOf(data, column, text)
      if (patch && !seen.includes(textOf(data, column))) {
        await replaceInLists(queries, data)
        return { kind: 'conflict', text, current: data }
      }
      const answer: Answer = patch ? await changed(id, patch, etag) : tagged
      if (answer.stale) tagged = answer
      else {
        queries.setQueryData<TaggedProduct>(productKeys.one(id), answer)
        await replaceInLists(queries, answer.data)
        return { kind: 'saved', text: textOf(answer.data, column) }
      }
    }
  } catch (error) {
    return { kind: 'failed', text, error: error as Error }
  }
}

interface Answer extends TaggedProduct {
  /** It was not written: this is what the product has become since it was read. */
  stale?: boolean
}

async function changed(id: number, ...change: [Parameters<typeof patchProduct>[1], string | null]): Promise<Answer> {
  try {
    return await patchProduct(id, ...change)
  } catch (error) {
    const conflict = conflictOf(error as Error)
    if (!conflict) throw error
    return { data: conflict.current, etag: conflict.etag, stale: true }
  }
}
