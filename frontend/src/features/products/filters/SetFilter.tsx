import { IconX } from '@tabler/icons-react'

import classes from './FilterChip.module.css'

/** A filter that is set, with the way to take it off. */
export function SetFilter({ label, value, onClear }: { label: string; value: string; onClear: () => void }) {
  return (
    <span className={classes.chip} data-set>
      <span className={classes.fixed}>
        {label} <span className={classes.value}>: {value}</span>
      </span>
      <button type="button" className={classes.clear} aria-label={`Clear the filter ${label}`} onClick={onClear}>
        <IconX size={14} aria-hidden />
      </button>
    </span>
  )
}
