import { NativeSelect, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconArrowRight, IconCheck, IconMinus } from '@tabler/icons-react'

import type { UploadColumn } from '../api/types'
import { attributeName, attributeOf, attributeTarget, FIELD_LABELS, FIELDS, isField } from '../draft/mapping'
import classes from './MappingRow.module.css'

const LEFT_OUT = ''
const SAMPLES = 3

interface MappingRowProps {
  column: UploadColumn
  target: string | null
  changed: boolean
  /** Another column goes to the same place. */
  contested: boolean
  onTarget: (target: string | null) => void
}

export function MappingRow({ column, target, changed, contested, onTarget }: MappingRowProps) {
  const name = column.header || column.key
  const attribute = target !== null && !isField(target)
  return (
    <tr className={classes.row} data-kind={kindOf(target)}>
      <th scope="row" className={classes.name}>
        {name}
      </th>
      <td className={classes.samples}>
        <Samples values={column.sample} />
      </td>
      <td className={classes.arrow}>
        <IconArrowRight size={16} stroke={1.8} aria-hidden />
      </td>
      <td className={classes.target}>
        <div className={classes.places}>
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
              <option value={keptAs(column, target)}>Attribute</option>
              <option value={LEFT_OUT}>Leave out</option>
            </optgroup>
          </NativeSelect>
          {attribute && <AttributeName key={target} column={name} name={attributeName(target)} contested={contested} onName={(next) => onTarget(attributeOf(next))} />}
        </div>
      </td>
      <td className={classes.state}>
        <State target={target} changed={changed} contested={contested} />
      </td>
    </tr>
  )
}

interface AttributeNameProps {
  column: string
  name: string
  contested: boolean
  onName: (name: string) => void
}

/** Taken over when it is left or with Enter; an emptied one comes back. */
function AttributeName({ column, name, contested, onName }: AttributeNameProps) {
  const take = (input: HTMLInputElement) => {
    const typed = input.value.trim()
    if (typed === '') input.value = name
    else if (typed !== name) onName(typed)
  }
  return (
    <TextInput
      aria-label={`Attribute for the column ${column}`}
      defaultValue={name}
      error={contested}
      onBlur={(event) => take(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(event.currentTarget)
      }}
    />
  )
}

function State({ target, changed, contested }: Pick<MappingRowProps, 'target' | 'changed' | 'contested'>) {
  if (contested) {
    return (
      <span className={classes.word} data-tone="danger">
        <IconAlertTriangle size={15} aria-hidden /> taken twice
      </span>
    )
  }
  const Icon = target === null ? IconMinus : IconCheck
  return (
    <span className={classes.word} data-tone={changed ? 'changed' : target === null ? 'out' : 'good'}>
      <Icon size={15} aria-hidden /> {changed ? 'changed' : target === null ? 'left out' : 'suggested'}
    </span>
  )
}

function Samples({ values }: { values: string[] }) {
  const filled = values.filter((value) => value.trim() !== '').slice(0, SAMPLES)
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
