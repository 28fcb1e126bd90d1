import { VisuallyHidden } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { OutcomeWord } from '@/components/OutcomeWord'
import { formatCount } from '@/lib/format'

import type { DriftedRow } from '../api/types'
import classes from './DriftTable.module.css'

interface DriftTableProps {
  rows: DriftedRow[]
  stale: boolean
}

/** Each row with what was planned for it and what came of it. */
export function DriftTable({ rows, stale }: DriftTableProps) {
  return (
    <table className={classes.table} data-stale={stale || undefined}>
      <thead>
        <tr>
          <th scope="col" className={classes.row}>
            Row
          </th>
          <th scope="col">SKU</th>
          <th scope="col" className={classes.outcomes}>
            <Course planned="Planned" actual="came out as" />
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, sku, planned, actual }) => (
          <tr key={row}>
            <td className={classes.row}>{formatCount(row)}</td>
            <th scope="row" className={classes.sku}>
              {sku}
            </th>
            <td className={classes.outcomes}>
              <Course planned={<OutcomeWord outcome={planned} />} actual={<OutcomeWord outcome={actual} />} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Course({ planned, actual }: { planned: ReactNode; actual: ReactNode }) {
  return (
    <span className={classes.course}>
      <span className={classes.planned}>{planned}</span>
      <span className={classes.actual}>
        <IconArrowRight size={14} aria-hidden className={classes.arrow} />
        <VisuallyHidden>then</VisuallyHidden> {actual}
      </span>
    </span>
  )
}
