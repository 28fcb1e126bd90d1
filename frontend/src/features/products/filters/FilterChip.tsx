import { Popover } from '@mantine/core'
import { IconChevronDown, IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'

import classes from './FilterChip.module.css'

interface FilterChipProps {
  label: string
  /** What it filters by at present, in words. */
  value: string | undefined
  onClear: () => void
  children: (close: () => void) => ReactNode
}

/** One filter: its name, or what it is set to with a way to take it off; opens its field. */
export function FilterChip({ label, value, onClear, children }: FilterChipProps) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <span className={classes.chip} data-set={value !== undefined || undefined}>
      <Popover opened={open} onChange={setOpen} position="bottom-start" width={260} trapFocus shadow="md" offset={6}>
        <Popover.Target>
          <button type="button" className={classes.open} onClick={() => setOpen(!open)}>
            {label}
            {value === undefined ? <IconChevronDown size={14} aria-hidden /> : <span className={classes.value}>: {value}</span>}
          </button>
        </Popover.Target>
        <Popover.Dropdown>{open && children(close)}</Popover.Dropdown>
      </Popover>
      {value !== undefined && (
        <button type="button" className={classes.clear} aria-label={`Clear the filter ${label}`} onClick={onClear}>
          <IconX size={14} aria-hidden />
        </button>
      )}
    </span>
  )
}
