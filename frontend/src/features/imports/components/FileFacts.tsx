import { Sentence } from '@/components/Sentence'
import { formatBytes } from '@/lib/format'

import type { Upload } from '../api/types'
import classes from './FileFacts.module.css'
import { formatInWords, rowsInWords } from './formatWords'

/** What was found out about a file, with the evidence one click away. */
export function FileFacts({ upload }: { upload: Upload }) {
  return (
    <dl className={classes.facts}>
      <div>
        <dt>Rows</dt>
        <dd>{rowsInWords(upload)}</dd>
      </div>
      <div>
        <dt>Size</dt>
        <dd>{formatBytes(upload.size_bytes)}</dd>
      </div>
      <div className={classes.wide}>
        <dt>Format</dt>
        <dd>
          {formatInWords(upload)}
          {upload.format.evidence.length > 0 && (
            <details className={classes.evidence}>
              <summary>How this was found</summary>
              <ul>
                {upload.format.evidence.map((sentence) => (
                  <li key={sentence}>
                    <Sentence text={sentence} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </dd>
      </div>
    </dl>
  )
}
