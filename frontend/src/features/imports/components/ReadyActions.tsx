import { Button } from '@mantine/core'

import { LinkButton } from '@/components/LinkButton'
import { Problem } from '@/components/Problem'
import { plural } from '@/lib/format'

import type { Mapping, Upload } from '../api/types'
import { columnFor } from '../mapping/mapping'
import { isRowCountExact, rowsInWords } from './formatWords'
import classes from './ReadyActions.module.css'

interface ReadyActionsProps {
  upload: Upload
  mapping: Mapping
  busy: boolean
  error: Error | null
  onImport: () => void
}

/** The one thing to do next; when it cannot be done yet, what is missing stands beside it. */
export function ReadyActions({ upload, mapping, busy, error, onImport }: ReadyActionsProps) {
  const missing = columnFor(mapping, 'sku') === undefined
  return (
    <div className={classes.actions}>
      {error && <Problem error={error} title="The import was not started." />}
      {missing && (
        <p className={classes.missing} id="missing-sku">
          Choose below which column goes to SKU: it tells one product from another.
        </p>
      )}
      <div className={classes.buttons}>
        <Button size="md" loading={busy} disabled={missing} aria-describedby={missing ? 'missing-sku' : undefined} onClick={onImport}>
          Import {isRowCountExact(upload) ? plural(upload.rows_estimate, 'row') : rowsInWords(upload)}
        </Button>
        <LinkButton to="/upload" variant="default" size="md">
          Choose another file
        </LinkButton>
      </div>
    </div>
  )
}
