import type { CellKeyboardEvent, CellKeyDownArgs } from 'react-data-grid'

import type { Row } from './cellStates'
import { isClearable, isEditable } from './cellText'

/** What the keys of a spreadsheet do here beyond what the grid widget knows. */
export interface KeyActions {
  /** To the cell below, above or beside this one, also over the end of the page; false when there is none. */
  go: (from: { rowIdx: number; idx: number }, rows: number, columns: number) => boolean
  /** Whether the cell at this row is the last one, or the first, of its page. */
  atEdge: (rowIdx: number, direction: number) => boolean
  write: (row: Row, column: string, text: string) => void
  dismiss: (row: Row, column: string) => boolean
  open: (row: Row) => void
  /** To what stands after the grid: Tab goes from cell to cell and does not lead out of it. */
  leave: () => void
  undo: () => void
  /** Whether cells can be written at all. */
  editable: boolean
  /** Remembers whether an edit was begun by typing: then an arrow ends it, as in a spreadsheet. */
  typing: { current: boolean }
}

const VERTICAL: Record<string, number> = { ArrowDown: 1, PageDown: 1, ArrowUp: -1, PageUp: -1 }
const SWITCH_KEYS = new Set(['Enter', 'Delete', 'Backspace', 'F2'])
const ARROWS: Record<string, [rows: number, columns: number]> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }

export function onGridKey(args: CellKeyDownArgs<Row>, event: CellKeyboardEvent, actions: KeyActions): void {
  const handled = args.mode === 'EDIT' ? whileEditing(args, event, actions) : whileMoving(args, event, actions)
  if (handled) event.preventGridDefault()
}

type Args<Mode> = Extract<CellKeyDownArgs<Row>, { mode: Mode }>

function whileEditing({ column, rowIdx, onClose }: Args<'EDIT'>, event: CellKeyboardEvent, { go, typing }: KeyActions): boolean {
  if (event.nativeEvent.isComposing) return true
  const step = ARROWS[event.key]
  if (event.key === 'Enter') {
    if (event.altKey || event.ctrlKey) return lineBreak(event)
    event.preventDefault()
    onClose(true)
    go({ rowIdx, idx: column.idx }, event.shiftKey ? -1 : 1, 0)
    return true
  }
  if (step && typing.current) {
    event.preventDefault()
    onClose(true)
    go({ rowIdx, idx: column.idx }, ...step)
    return true
  }
  return false
}

function whileMoving({ row, rowIdx, column }: Args<'ACTIVE'>, event: CellKeyboardEvent, actions: KeyActions): boolean {
  if (!row || !column) return false
  const { key } = event
  const command = event.ctrlKey || event.metaKey
  const fixed = row.product.deleted_at !== null || !actions.editable
  actions.typing.current = key.length === 1 && !command
  const vertical = VERTICAL[key]
  if (vertical !== undefined && actions.atEdge(rowIdx, vertical)) {
    event.preventDefault()
    return actions.go({ rowIdx, idx: column.idx }, vertical, 0)
  }
  if (command && key === 'z' && !event.shiftKey) {
    event.preventDefault()
    actions.undo()
    return true
  }
  if (key === 'Escape') {
    if (!actions.dismiss(row, column.key)) actions.leave()
    return true
  }
  if (key === ' ' && event.shiftKey) return false
  // Its switch has the focus and hears Space and Enter by itself; nothing may open an editor.
  if (column.key === 'active' && actions.editable) return key.length === 1 || SWITCH_KEYS.has(key)
  if (key === 'Delete' && isClearable(column.key)) {
    if (!fixed) actions.write(row, column.key, '')
    return true
  }
  const opens = key === ' ' || (key === 'Enter' && (fixed || !isEditable(column.key)))
  if (opens && column.key !== 'rdg-select-column') {
    event.preventDefault()
    actions.open(row)
    return true
  }
  // Else the key that opens the editor would be typed into it, over what it holds.
  if (key === 'Enter') event.preventDefault()
  return false
}

/** In a spreadsheet Enter ends the edit, so a line break needs another key. */
function lineBreak(event: CellKeyboardEvent): boolean {
  const { target } = event
  if (!(target instanceof HTMLTextAreaElement)) return true
  event.preventDefault()
  target.setRangeText('\n', target.selectionStart, target.selectionEnd, 'end')
  target.dispatchEvent(new Event('input', { bubbles: true }))
  return true
}
