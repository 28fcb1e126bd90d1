import { useEffect, useRef } from 'react'

import { Sentence } from '@/components/Sentence'
import { formatCount } from '@/lib/format'

import type { Reject, Upload } from '../api/types'
import { cellsOf } from './record'
import classes from './RejectTable.module.css'

interface RejectTableProps {
  rejects: Reject[]
  upload: Upload | undefined
  stale: boolean
}

/** Each row as it stood in the file, with the broken cell marked and a sentence that says how to mend it. */
export function RejectTable({ rejects, upload, stale }: RejectTableProps) {
  return (
    <ul className={classes.list} data-stale={stale || undefined}>
      {rejects.map((reject) => (
        <li key={`${reject.row}-${reject.code}-${reject.column ?? ''}`} className={classes.reject}>
          <div className={classes.place}>
            <span>Row {formatCount(reject.row)}</span>
            <span className={classes.line}>line {formatCount(reject.line)}</span>
          </div>
          <div className={classes.words}>
            <p>
              {reject.column !== null && <strong>{reject.column}: </strong>}
              <Sentence text={reject.message} />
            </p>
            <Original reject={reject} upload={upload} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function Original({ reject, upload }: { reject: Reject; upload: Upload | undefined }) {
  const cells = upload?.format.delimiter && cellsOf(reject.original, upload.format.delimiter, upload.format.quote ?? '"')
  const broken = upload?.columns.findIndex(({ key, header }) => key === reject.column || header === reject.column) ?? -1
  const label = `Row ${reject.row} as it stands in the file`
  if (!cells || broken < 0) {
    return (
      <div className={classes.raw} tabIndex={0} role="group" aria-label={label}>
        {reject.original}
      </div>
    )
  }
  return (
    <div className={classes.cells} tabIndex={0} role="group" aria-label={label}>
      {cells.map((cell, index) => (
        <span key={index} className={classes.cell} title={upload.columns[index]?.header}>
          {index === broken ? <Broken cell={cell} /> : cell || ' '}
        </span>
      ))}
    </div>
  )
}

/** Brought into sight inside its row: it may be the fortieth cell. */
function Broken({ cell }: { cell: string }) {
  const mark = useRef<HTMLElement>(null)
  useEffect(() => {
    const row = mark.current?.parentElement?.parentElement
    if (!mark.current || !row) return
    row.scrollLeft = mark.current.offsetLeft - row.offsetLeft - (row.clientWidth - mark.current.offsetWidth) / 2
  }, [])
  return (
    <mark ref={mark} className={classes.broken}>
      {cell || 'blank'}
    </mark>
  )
}
