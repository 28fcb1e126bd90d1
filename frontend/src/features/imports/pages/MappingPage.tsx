import { Button } from '@mantine/core'

import { Card } from '@/components/Card'
import { plural } from '@/lib/format'

import { StepActions } from '../adjust/StepActions'
import classes from '../adjust/adjust.module.css'
import type { Mapping } from '../api/types'
import { MappingTable } from '../components/MappingTable'
import { isField, withRest } from '../draft/mapping'
import { useUpload } from '../draft/uploadContext'
import { useDraft } from '../draft/useDraft'

/** Where each column goes: to a field, to an attribute, or nowhere. */
export function MappingPage() {
  const upload = useUpload()
  const draft = useDraft(upload)
  const rest = (keep: boolean) => draft.setMapping(withRest(draft.mapping, upload.columns, keep))
  return (
    <>
      <Card
        flush
        title="Columns"
        aside={
          <div className={classes.bulk}>
            <span role="status">{summaryOf(draft.mapping)}</span>
            <Button variant="default" size="xs" onClick={() => rest(true)}>
              Keep all as attributes
            </Button>
            <Button variant="default" size="xs" onClick={() => rest(false)}>
              Only fields
            </Button>
          </div>
        }
      >
        <MappingTable upload={upload} mapping={draft.mapping} onAssign={draft.assign} />
      </Card>
      <StepActions back={{ to: '/upload/$uploadId/adjust/format', word: 'Format' }} next={{ to: '/upload/$uploadId/adjust/rules', word: 'Rules' }} />
    </>
  )
}

function summaryOf(mapping: Mapping): string {
  const targets = Object.values(mapping)
  const fields = targets.filter(isField).length
  const leftOut = targets.filter((target) => target === null).length
  const attributes = targets.length - fields - leftOut
  return [plural(fields, 'field'), attributes > 0 && plural(attributes, 'attribute'), leftOut > 0 && `${leftOut} left out`].filter(Boolean).join(' · ')
}
