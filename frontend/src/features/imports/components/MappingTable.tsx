import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'

import type { Mapping, Upload } from '../api/types'
import { inReadingOrder } from '../mapping/mapping'
import { MappingRow } from './MappingRow'
import classes from './MappingTable.module.css'

const FILTER_FROM = 12

interface MappingTableProps {
  upload: Upload
  mapping: Mapping
  onAssign: (key: string, target: string | null) => void
}

/** Where each column goes. The order is that of the suggestion, so that nothing moves under the hand that edits. */
export function MappingTable({ upload, mapping, onAssign }: MappingTableProps) {
  const [filter, setFilter] = useState('')
  const ordered = useMemo(() => inReadingOrder(upload.columns, upload.suggested_mapping), [upload])
  const wanted = filter.trim().toLowerCase()
  const shown = ordered.filter(({ header }) => header.toLowerCase().includes(wanted))
  return (
    <>
      {ordered.length >= FILTER_FROM && (
        <div className={classes.filter}>
          <TextInput
            aria-label="Find a column"
            placeholder={`Find one of ${ordered.length} columns`}
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
          </tr>
        </thead>
        <tbody>
          {shown.map((column) => (
            <MappingRow
              key={column.key}
              column={column}
              target={mapping[column.key] ?? null}
              changed={(mapping[column.key] ?? null) !== (upload.suggested_mapping[column.key] ?? null)}
              onTarget={(target) => onAssign(column.key, target)}
            />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className={classes.none}>No column is called “{filter}”.</p>}
    </>
  )
}
