import { useState } from 'react'

import { Card } from '@/components/Card'
import { OutcomeWord } from '@/components/OutcomeWord'
import { ShowMore } from '@/components/ShowMore'
import { Empty, Former, Latter } from '@/components/Values'
import { formatCount, plural } from '@/lib/format'

import type { Plan, PlanSample } from '../api/types'
import classes from './PlanDiff.module.css'
import { cellsOf, type CellChange, fieldWord, filtered, type PlanFilter } from './planView'

const CELLS = 6

/**
 * Samples of what would change: the old value struck, the new one beside it.
 *
 * The table has a block of its own: as an item of the card's flexbox, Chromium makes it lower than the rows that a cell
 * over several of them has stretched, and the card cuts off the last.
 */
export function PlanDiff({ plan, filter }: { plan: Plan; filter: PlanFilter }) {
  const shown = filtered(plan.samples, filter)
  return (
    <Card flush title="Row by row" aside={<span className={classes.of}>{extentOf(shown, plan, filter)}</span>}>
      {shown.length === 0 ? (
        <p className={classes.none}>{emptyWords(filter)}</p>
      ) : (
        <div>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Row</th>
                <th scope="col">SKU</th>
                <th scope="col">Field</th>
                <th scope="col">Now</th>
                <th scope="col">Afterwards</th>
              </tr>
            </thead>
            {shown.map((sample) => (
              <Sample key={`${sample.outcome}-${sample.row ?? sample.product_id ?? sample.sku}`} sample={sample} />
            ))}
          </table>
        </div>
      )}
    </Card>
  )
}

function Sample({ sample }: { sample: PlanSample }) {
  const [all, setAll] = useState(false)
  const cells = cellsOf(sample)
  const shown = all ? cells : cells.slice(0, CELLS)
  const more = cells.length - shown.length
  const lines: (CellChange | undefined)[] = shown.length > 0 ? shown : [undefined]
  const span = lines.length + (more > 0 ? 1 : 0)
  return (
    <tbody className={classes.sample}>
      {lines.map((cell, index) => (
        <tr key={cell?.field ?? 'none'}>
          {index === 0 && <Product sample={sample} span={span} />}
          {cell ? <Cells cell={cell} /> : <td colSpan={3} className={classes.same}>{sample.outcome === 'unchanged' ? 'the same values as now' : 'nothing is written'}</td>}
        </tr>
      ))}
      {more > 0 && (
        <tr>
          <td colSpan={3}>
            <ShowMore label={plural(more, 'more field')} onShow={() => setAll(true)} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

function Product({ sample: { row, sku, outcome }, span }: { sample: PlanSample; span: number }) {
  return (
    <>
      <td rowSpan={span} className={classes.row}>
        {row === null ? '–' : formatCount(row)}
      </td>
      <th rowSpan={span} scope="rowgroup" className={classes.product}>
        <span className={classes.sku}>{sku}</span>
        <OutcomeWord outcome={outcome} />
      </th>
    </>
  )
}

function Cells({ cell: { field, before, after, changed } }: { cell: CellChange }) {
  return (
    <>
      <td className={classes.field}>{fieldWord(field)}</td>
      <td className={classes.value}>{before === null ? <Empty /> : changed ? <Former value={before} /> : before}</td>
      <td className={classes.value}>{after === null ? <Empty /> : changed || before === null ? <Latter value={after} /> : after}</td>
    </>
  )
}

function extentOf(shown: PlanSample[], plan: Plan, { show, field }: PlanFilter): string {
  const whole = field !== undefined ? (plan.fields[field] ?? shown.length) : show !== undefined ? plan[show] : plan.read
  return whole > shown.length ? `${formatCount(shown.length)} of ${plural(whole, 'row')}, as samples` : plural(shown.length, 'row')
}

function emptyWords({ show, field }: PlanFilter): string {
  if (field !== undefined) return `No sample changes in ${fieldWord(field)}.`
  if (show === undefined) return 'No row would change anything.'
  return `There is no sample of rows that are ${show}.`
}
