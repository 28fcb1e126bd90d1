import { formatCount } from '@/lib/format'

import classes from './OutcomeBar.module.css'
import { type Counts, segmentsOf } from './outcomes'

interface OutcomeBarProps {
  counts: Counts
  /** Rows in all, when some of them have no outcome yet; the rest of the bar stays empty. */
  total?: number | undefined
  size?: 'thin' | 'thick'
  /** What it shows has been taken back since. */
  faded?: boolean
}

/** The accounting equation as one stacked bar; its text is given beside it or by `OutcomeLegend`. */
export function OutcomeBar({ counts, total, size = 'thick', faded = false }: OutcomeBarProps) {
  const segments = segmentsOf(counts)
  const settled = segments.reduce((sum, { rows }) => sum + rows, 0)
  const label = segments.map(({ outcome, rows }) => `${formatCount(rows)} ${outcome}`).join(', ')
  return (
    <div className={classes.bar} data-size={size} data-faded={faded || undefined} role="img" aria-label={label || 'No rows yet'}>
      {segments.map(({ outcome, rows }) => (
        <span key={outcome} className={classes.segment} data-outcome={outcome} style={{ flexGrow: rows }} />
      ))}
      {total !== undefined && total > settled && <span style={{ flexGrow: total - settled }} />}
    </div>
  )
}
