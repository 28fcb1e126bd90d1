import 'react-data-grid/lib/styles.css'

import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useMemo, useRef } from 'react'
import { DataGrid, type DataGridHandle, type RowsChangeData } from 'react-data-grid'

import type { Product } from '../api/types'
import { type Layout, placed, shownColumns } from '../columns/layout'
import { DEFAULT_SORT, type ProductsSearch, toSort } from '../search'
import { type Row, rowsOf } from './cellStates'
import { textOf } from './cellText'
import classes from './Grid.module.css'
import { gridColumns } from './gridColumns'
import { type KeyActions, onGridKey } from './gridKeys'
import type { CellEdits } from './useCellEdits'
import { usePageCrossing } from './usePageCrossing'
import { useWidths } from './useWidths'

export interface ProductGridProps {
  products: Product[]
  /** How many pages there are; the keyboard goes over their edges. */
  pages: number
  search: ProductsSearch
  onSearch: (search: ProductsSearch) => void
  /** Whether another page is on its way in place of this one. */
  stale: boolean
  layout: Layout
  onLayout: (part: Partial<Layout>) => void
  pictures: ReadonlySet<string>
  edits: CellEdits
  selected: ReadonlySet<number>
  onSelected: (ids: Set<number>) => void
  onLeave: () => void
  /** Whether this person may change products; others only move about. */
  editable: boolean
}

const KEYS = 'Enter edits a cell, Space opens the product, Shift and Space select it, Escape leaves the grid.'
const KEYS_TO_LOOK = 'Enter or Space opens the product, Escape leaves the grid.'

/** One page of the catalogue as a spreadsheet: its keys, its editing in place, columns to move and to widen. */
export function ProductGrid({ products, pages, search, onSearch, stale, layout, onLayout, pictures, edits, selected, onSelected, onLeave, editable }: ProductGridProps) {
  const grid = useRef<DataGridHandle>(null)
  const typing = useRef(false)
  const touch = useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false })
  const rows = useMemo(() => rowsOf(products, edits.states), [products, edits.states])
  const trashed = search.trashed === 'only'
  const columns = useMemo(() => gridColumns(shownColumns(layout.columns, trashed), layout, pictures, edits, editable), [layout, trashed, pictures, edits, editable])
  const [widths, setWidths] = useWidths(layout)
  const crossing = usePageCrossing({ grid, rows: rows.length, pages, search, onSearch, settled: !stale })
  const page = useRef(search.page)

  useEffect(() => {
    if (!stale && page.current !== search.page) grid.current?.scrollToCell({ rowIdx: 0 })
    if (!stale) page.current = search.page
  }, [stale, search.page])

  const actions: KeyActions = {
    ...crossing,
    typing,
    editable,
    undo: edits.undo,
    leave: onLeave,
    open: (row) => onSearch({ ...search, product: row.product.id }),
    write: (row, column, text) => edits.write(row.product, column, text),
    dismiss: (row, column) => {
      const state = row.states?.get(column)
      if (state?.kind === 'failed' || state?.kind === 'conflict') edits.dismiss(row.product.id, column)
      return state !== undefined && state.kind !== 'saved'
    },
  }
  const commit = (changed: Row[], { indexes, column }: RowsChangeData<Row>) => {
    const row = changed[indexes[0] ?? -1]
    if (row?.draft !== undefined) edits.write(row.product, column.key, row.draft)
  }

  return (
    <DataGrid
      ref={grid}
      aria-label={trashed ? 'Products in the trash' : 'Products'}
      aria-description={editable ? KEYS : KEYS_TO_LOOK}
      className={classes.grid}
      rowClass={({ product }) => [search.product === product.id && classes.open, stale && classes.stale].filter(Boolean).join(' ')}
      columns={columns}
      rows={rows}
      rowKeyGetter={(row) => row.product.id}
      rowHeight={touch ? 44 : 36}
      headerRowHeight={36}
      onRowsChange={commit}
      onCellKeyDown={(args, event) => onGridKey(args, event, actions)}
      onCellDoubleClick={({ column }, event) => {
        typing.current = false
        if (column.key === 'active') event.preventGridDefault()
      }}
      onCellCopy={({ row, column }, event) => {
        event.preventDefault()
        event.clipboardData.setData('text/plain', textOf(row.product, column.key))
      }}
      onCellPaste={({ row }, event) => ({ ...row, draft: event.clipboardData.getData('text/plain').replace(/\r?\n$/, '') })}
      {...(editable ? { selectedRows: selected, onSelectedRowsChange: onSelected } : {})}
      sortColumns={sortColumnsOf(search)}
      onSortColumnsChange={([sort]) => onSearch({ ...search, sort: sort && toSort(sort.columnKey, sort.direction === 'DESC'), page: undefined })}
      columnWidths={widths}
      onColumnWidthsChange={setWidths}
      onColumnResize={(column, width) => onLayout({ widths: { ...layout.widths, [column.key]: Math.round(width) } })}
      onColumnsReorder={(source, target) => onLayout({ columns: placed(layout.columns, source, target) })}
    />
  )
}

function sortColumnsOf({ sort = DEFAULT_SORT }: ProductsSearch) {
  const descending = sort.startsWith('-')
  return [{ columnKey: sort.replace('-', ''), direction: descending ? ('DESC' as const) : ('ASC' as const) }]
}
