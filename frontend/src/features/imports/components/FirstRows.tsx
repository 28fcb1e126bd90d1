import { useEffect, useState } from 'react'

import { firstRows } from '../transfer/firstRows'
import classes from './FirstRows.module.css'

/** The first rows of a file, read by the browser while the bytes still go up. */
export function FirstRows({ file }: { file: File }) {
  const rows = useFirstRows(file)
  const [header, ...body] = rows
  if (!header) return null
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label="First rows of the file">
      <table className={classes.table}>
        <thead>
          <tr>
            {header.map((cell, index) => (
              <th key={index} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A file that cannot be read here is reported by its transfer. */
function useFirstRows(file: File): string[][] {
  const [rows, setRows] = useState<string[][]>([])
  useEffect(() => {
    let wanted = true
    firstRows(file).then(
      (found) => wanted && setRows(found),
      () => wanted && setRows([]),
    )
    return () => {
      wanted = false
    }
  }, [file])
  return rows
}
