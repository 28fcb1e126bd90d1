import { type Column, SelectCellFormatter, SelectColumn, useHeaderRowSelection, useRowSelection } from 'react-data-grid'

import type { Layout } from '../columns/layout'
import { fieldLabel } from '../components/fieldLabels'
import { toSort } from '../search'
import { ActiveSwitch } from './ActiveSwitch'
import { CellContent } from './CellContent'
import { CellEditor } from './CellEditor'
import { CellNotice } from './CellNotice'
import type { Row } from './cellStates'
import { isEditable } from './cellText'
import classes from './Grid.module.css'
import type { CellEdits } from './useCellEdits'

const WIDTHS: Record<string, number> = {
  sku: 190,
  name: 300,
  price: 108,
  active: 116,
  description: 280,
  attributes: 300,
  created_at: 140,
  updated_at: 140,
  deleted_at: 140,
}
const ATTRIBUTE_WIDTH = 150
const MIN_WIDTH = 64
/** Takes what room is left, so that a wide window has no empty strip. */
const GROWING = ['name', 'attributes', 'description']

type Writing = Pick<CellEdits, 'write' | 'dismiss'>

/** The columns as the grid takes them: the box to select by where that leads to something, the SKU, then those that were chosen. */
export function gridColumns(columns: string[], { widths }: Pick<Layout, 'widths'>, pictures: ReadonlySet<string>, edits: Writing, editable: boolean): Column<Row>[] {
  const grown = GROWING.find((name) => columns.includes(name) && widths[name] === undefined)
  const one = (name: string) => gridColumn(name, name === grown ? `minmax(${WIDTHS[name] ?? ATTRIBUTE_WIDTH}px, 1fr)` : (widths[name] ?? WIDTHS[name] ?? ATTRIBUTE_WIDTH), pictures, edits, editable)
  return [...(editable ? [SELECT] : []), { ...one('sku'), frozen: true, draggable: false }, ...columns.map(one)]
}

function gridColumn(name: string, width: number | string, pictures: ReadonlySet<string>, { write, dismiss }: Writing, editable: boolean): Column<Row> {
  const align = name === 'price' ? classes.right : undefined
  return {
    key: name,
    name: fieldLabel(name),
    width,
    minWidth: MIN_WIDTH,
    resizable: true,
    draggable: true,
    sortable: toSort(name, false) !== undefined,
    headerCellClass: align,
    cellClass: ({ states }) => [align, classes[name], stateClass(states?.get(name)?.kind)].filter(Boolean).join(' '),
    editable: ({ product }) => editable && isEditable(name) && product.deleted_at === null,
    // A change that comes in from elsewhere must not take the editor away from under the typing.
    editorOptions: { closeOnExternalRowChange: false },
    renderEditCell: (props) => <CellEditor {...props} />,
    renderCell: ({ row: { product, states }, tabIndex, isCellEditable }) => {
      const state = states?.get(name)
      return (
        <>
          {name === 'active' ? (
            <ActiveSwitch
              sku={product.sku}
              active={product.active}
              disabled={!isCellEditable}
              tabIndex={tabIndex}
              onToggle={() => write(product, name, String(!product.active))}
            />
          ) : (
            <CellContent product={product} column={name} picture={pictures.has(name)} />
          )}
          {(state?.kind === 'failed' || state?.kind === 'conflict') && (
            <CellNotice state={state} column={name} onWrite={() => write(product, name, state.text)} onDismiss={() => dismiss(product.id, name)} />
          )}
        </>
      )
    },
  }
}

function stateClass(kind: string | undefined): string | undefined {
  if (kind === 'failed' || kind === 'conflict') return classes.unsaved
  return kind === undefined ? undefined : classes[kind]
}

const SELECT: Column<Row> = {
  ...(SelectColumn as Column<Row>),
  width: 44,
  minWidth: 44,
  maxWidth: 44,
  renderHeaderCell: ({ tabIndex }) => <SelectPage tabIndex={tabIndex} />,
  renderCell: ({ row, tabIndex }) => <SelectRow row={row} tabIndex={tabIndex} />,
}

function SelectPage({ tabIndex }: { tabIndex: number }) {
  const { isIndeterminate, isRowSelected, onRowSelectionChange } = useHeaderRowSelection()
  return (
    <SelectCellFormatter
      aria-label="Select this page"
      tabIndex={tabIndex}
      indeterminate={isIndeterminate}
      value={isRowSelected}
      onChange={(checked) => onRowSelectionChange({ checked: !isIndeterminate && checked })}
    />
  )
}

function SelectRow({ row, tabIndex }: { row: Row; tabIndex: number }) {
  const { isRowSelected, onRowSelectionChange } = useRowSelection()
  return (
    <SelectCellFormatter
      aria-label={`Select ${row.product.sku}`}
      tabIndex={tabIndex}
      value={isRowSelected}
      onChange={(checked, isShiftClick) => onRowSelectionChange({ row, checked, isShiftClick })}
    />
  )
}
