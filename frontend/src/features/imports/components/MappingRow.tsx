import { NativeSelect } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'

import type { UploadColumn } from '../api/types'
import { attributeName, attributeTarget, FIELD_LABELS, FIELDS, isField } from '../mapping/mapping'
import classes from './MappingRow.module.css'

const LEFT_OUT = ''

interface MappingRowProps {
  column: UploadColumn
  target: string | null
  changed: boolean
  onTarget: (target: string | null) => void
}

export function MappingRow({ column, target, changed, onTarget }: MappingRowProps) {
  const name = column.header || column.key
  return (
    <tr className={classes.row} data-kind={kindOf(target)}>
      <th scope="row" className={classes.name}>
        {name}
        {changed && <span className={classes.changed}>changed</span>}
      </th>
      <td className={classes.samples}>
        <Samples values={column.sample} />
      </td>
      <td className={classes.arrow}>
        <IconArrowRight size={16} stroke={1.8} aria-hidden />
      </td>
      <td className={classes.target}>
        <NativeSelect
          aria-label={`Where the column ${name} goes`}
          value={target ?? LEFT_OUT}
          onChange={(event) => onTarget(event.currentTarget.value === LEFT_OUT ? null : event.currentTarget.value)}
        >
          <optgroup label="Product fields">
            {FIELDS.map((field) => (
              <option key={field} value={field}>
                {FIELD_LABELS[field]}
              </option>
            ))}
          </optgroup>
          <optgroup label="Otherwise">
            <option value={keptAs(column, target)}>Attribute “{attributeName(keptAs(column, target))}”</option>
            <option value={LEFT_OUT}>Leave out</option>
          </optgroup>
        </NativeSelect>
      </td>
    </tr>
  )
}

function Samples({ values }: { values: string[] }) {
  const filled = values.filter((value) => value.trim() !== '')
  if (filled.length === 0) return <span className={classes.blank}>empty at first</span>
  return (
    <ul className={classes.values}>
      {filled.map((value, index) => (
        <li key={index} className={classes.value} title={value}>
          {value}
        </li>
      ))}
    </ul>
  )
}

function keptAs(column: UploadColumn, target: string | null): string {
  return target !== null && !isField(target) ? target : attributeTarget(column)
}

function kindOf(target: string | null): string {
  if (target === null) return 'left-out'
  return isField(target) ? 'field' : 'attribute'
}
