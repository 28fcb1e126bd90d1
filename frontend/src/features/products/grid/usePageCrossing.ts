import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef } from 'react'
import type { DataGridHandle } from 'react-data-grid'

import { productsQuery } from '../api/listProducts'
import type { ProductsSearch } from '../search'
import type { KeyActions } from './gridKeys'

type Position = Parameters<DataGridHandle['setActivePosition']>[0]

interface PageCrossing {
  grid: RefObject<DataGridHandle | null>
  rows: number
  pages: number
  search: ProductsSearch
  onSearch: (search: ProductsSearch) => void
  /** Whether the rows shown are those of `search`. */
  settled: boolean
}

/** Moves from cell to cell as if the pages stood under each other. */
export function usePageCrossing({ grid, rows, pages, search, onSearch, settled }: PageCrossing): Pick<KeyActions, 'go' | 'atEdge'> {
  const queries = useQueryClient()
  const awaited = useRef<{ page: number; cell: (rows: number) => Position }>(null)
  const { page = 1 } = search

  useEffect(() => {
    if (!settled || awaited.current?.page !== page) return
    grid.current?.setActivePosition(awaited.current.cell(rows), { shouldFocus: true })
    awaited.current = null
  }, [settled, page, rows, grid])

  const exists = (number: number) => number >= 1 && number <= pages

  const atEdge = (rowIdx: number, direction: number) => {
    const ahead = page + direction
    if (direction > 0 && rowIdx > rows - AHEAD && exists(ahead)) void queries.query(productsQuery({ ...search, page: ahead })).catch(() => undefined)
    return exists(ahead) && rowIdx === (direction > 0 ? rows - 1 : 0)
  }

  const go = ({ rowIdx, idx }: Position, down: number, right: number) => {
    const row = rowIdx + down
    const ahead = page + down
    if (row >= 0 && row < rows) grid.current?.setActivePosition({ rowIdx: row, idx: idx + right }, { shouldFocus: true })
    else if (exists(ahead) && settled) {
      awaited.current = { page: ahead, cell: (there) => ({ rowIdx: down > 0 ? 0 : there - 1, idx }) }
      onSearch({ ...search, page: ahead > 1 ? ahead : undefined })
    }
    return true
  }

  return { go, atEdge }
}

/** So close to the end of its page, the next one is asked for already. */
const AHEAD = 10
