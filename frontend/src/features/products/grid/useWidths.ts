import { useState } from 'react'
import type { ColumnWidths } from 'react-data-grid'

import type { Layout } from '../columns/layout'

/** The widths of columns: those that were set, and what the grid has measured until other columns share the window. */
export function useWidths(layout: Layout): [ColumnWidths, (widths: ColumnWidths) => void] {
  const [known, setKnown] = useState(layout)
  const [widths, setWidths] = useState(() => setByHand(layout))
  if (known !== layout) {
    setKnown(layout)
    setWidths(setByHand(layout))
  }
  return [widths, setWidths]
}

function setByHand({ widths }: Layout): ColumnWidths {
  return new Map(Object.entries(widths).map(([name, width]) => [name, { type: 'resized', width }]))
}
