import type { RenderEditCellProps } from 'react-data-grid'

import { fieldLabel } from '../components/fieldLabels'
import { type Row, unsavedText } from './cellStates'
import { textOf } from './cellText'
import classes from './Grid.module.css'

const SHORT = new Set(['sku', 'price'])

/** Takes the place of a cell while it is edited; begins with everything marked, so that typing replaces it. */
export function CellEditor({ row, column, onRowChange }: RenderEditCellProps<Row>) {
  const { key } = column
  const field = {
    'aria-label': `${fieldLabel(key)} of ${row.product.sku}`,
    value: row.draft ?? unsavedText(row.states?.get(key)) ?? textOf(row.product, key),
    onChange: (event: { currentTarget: { value: string } }) => onRowChange({ ...row, draft: event.currentTarget.value }),
    spellCheck: false,
    autoComplete: 'off',
  }
  if (SHORT.has(key)) {
    return <input {...field} ref={begin} className={classes.editor} inputMode={key === 'price' ? 'decimal' : 'text'} data-align={key === 'price' ? 'right' : undefined} />
  }
  // A line of text would lose the line breaks that a name or a description may have.
  return <textarea {...field} ref={begin} className={classes.editor} rows={1} data-long={key === 'description' || undefined} />
}

function begin(field: HTMLInputElement | HTMLTextAreaElement | null): void {
  field?.focus({ preventScroll: true })
  field?.select()
}
