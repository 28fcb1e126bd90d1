import type { Mapping, Upload } from '../api/types'
import { targetInWords } from '../draft/mapping'
import classes from './SampleTable.module.css'

interface SampleTableProps {
  upload: Pick<Upload, 'columns' | 'sample'>
  mapping?: Mapping
  /** While the file is looked at anew. */
  stale?: boolean
}

const ROWS = 6

/** The first rows of a file under the names of their columns, each with where it goes. */
export function SampleTable({ upload, mapping, stale = false }: SampleTableProps) {
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label="First rows of the file" aria-busy={stale} data-stale={stale || undefined}>
      <table className={classes.table}>
        <thead>
          <tr>
            {upload.columns.map(({ key, header }) => (
              <th key={key} scope="col">
                {header || key}
                {mapping && <span className={classes.target}>{targetInWords(mapping[key])}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {upload.sample.slice(0, ROWS).map((row, index) => (
            <tr key={index}>
              {upload.columns.map(({ key }, column) => (
                <td key={key} title={row[column]}>
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
