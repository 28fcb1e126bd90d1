import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'

import type { Mapping, Upload } from '../api/types'
import { type ColumnGroup, contestedTargets, grouped } from '../draft/mapping'
import { MappingRow } from './MappingRow'
import classes from './MappingTable.module.css'

const FILTER_FROM = 12
const TITLES: Record<ColumnGroup['name'], string> = { fields: 'Product fields', attributes: 'Kept as attributes', 'left out': 'Left out' }

interface MappingTableProps {
  upload: Upload
  mapping: Mapping
  onAssign: (key: string, target: string | null) => void
}

/** Where each column goes. The groups are those of the moment it was opened, so that nothing moves under the hand that edits. */
export function MappingTable({ upload, mapping, onAssign }: MappingTableProps) {
  const [filter, setFilter] = useState('')
  const [groups] = useState(() => grouped(upload.columns, mapping))
  const contested = contestedTargets(mapping)
  const wanted = filter.trim().toLowerCase()
  const isShown = ({ header, key }: Upload['columns'][number]) => `${header} ${mapping[key] ?? ''}`.toLowerCase().includes(wanted)
  const shown = groups.map((group) => ({ ...group, columns: group.columns.filter(isShown) })).filter(({ columns }) => columns.length > 0)
  return (
    <>
      {upload.columns.length >= FILTER_FROM && (
        <div className={classes.filter}>
          <TextInput
            aria-label="Find a column"
            placeholder={`Find one of ${upload.columns.length} columns`}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
          />
        </div>
      )}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Column in the file</th>
            <th scope="col">First values</th>
            <th scope="col" aria-hidden />
            <th scope="col">Goes to</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        {shown.map(({ name, columns }) => (
          <tbody key={name}>
            <tr className={classes.group}>
              <th colSpan={5} scope="rowgroup">
                {TITLES[name]}
              </th>
            </tr>
            {columns.map((column) => (
              <MappingRow
                key={column.key}
                column={column}
                target={mapping[column.key] ?? null}
                changed={(mapping[column.key] ?? null) !== (upload.suggested_mapping[column.key] ?? null)}
                contested={contested.has(mapping[column.key] ?? '')}
                onTarget={(target) => onAssign(column.key, target)}
              />
            ))}
          </tbody>
        ))}
      </table>
      {shown.length === 0 && <p className={classes.none}>No column is called “{filter}”.</p>}
    </>
  )
}
