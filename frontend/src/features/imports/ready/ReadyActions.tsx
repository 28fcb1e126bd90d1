import { Button } from '@mantine/core'

import { LinkButton } from '@/components/LinkButton'
import { Problem } from '@/components/Problem'

import type { Upload } from '../api/types'
import { rowsInWords } from '../components/formatWords'
import { columnFor } from '../draft/mapping'
import type { useBeginImport } from '../draft/useBeginImport'
import type { DraftOf } from '../draft/useDraft'
import classes from './ReadyActions.module.css'

interface ReadyActionsProps {
  upload: Upload
  draft: DraftOf
  begin: ReturnType<typeof useBeginImport>
}

/** The one thing to do next, then the careful way, then everything that can be set. */
export function ReadyActions({ upload, draft, begin }: ReadyActionsProps) {
  if (columnFor(draft.mapping, 'sku') === undefined) return <ChooseSku upload={upload} />
  const careful = draft.options.confirm
  return (
    <div className={classes.actions}>
      {begin.error && <Problem error={begin.error} title="The import was not started." />}
      <div className={classes.buttons}>
        {!careful && (
          <Button size="md" loading={begin.isStarting} disabled={begin.isChecking} onClick={begin.importNow}>
            Import {rowsInWords(upload)}
          </Button>
        )}
        <Button size="md" variant={careful ? 'filled' : 'default'} loading={begin.isChecking} disabled={begin.isStarting} onClick={begin.check}>
          Check what would change
        </Button>
        <LinkButton to="/upload/$uploadId/adjust/format" params={{ uploadId: upload.id }} variant="subtle" size="md">
          Adjust
        </LinkButton>
      </div>
    </div>
  )
}

function ChooseSku({ upload }: { upload: Upload }) {
  return (
    <div className={classes.actions}>
      <p className={classes.missing}>No column goes to SKU yet. It tells one product from another, so it has to be chosen first.</p>
      <div className={classes.buttons}>
        <LinkButton to="/upload/$uploadId/adjust/mapping" params={{ uploadId: upload.id }} size="md">
          Choose the SKU column
        </LinkButton>
        <LinkButton to="/upload/$uploadId/adjust/format" params={{ uploadId: upload.id }} variant="default" size="md">
          Adjust the format
        </LinkButton>
      </div>
    </div>
  )
}
