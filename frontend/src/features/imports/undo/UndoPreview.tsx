import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconArrowBackUp } from '@tabler/icons-react'

import { Card } from '@/components/Card'
import { Caution } from '@/components/Caution'
import { LinkButton } from '@/components/LinkButton'
import { Problem } from '@/components/Problem'
import { ReadOnly } from '@/components/ReadOnly'
import { plural } from '@/lib/format'
import { useMay } from '@/lib/session'

import { undoPreviewQuery, useUndoImport } from '../api/undoImport'
import type { Import } from '../api/types'
import { KeptList } from './KeptList'
import classes from './undo.module.css'
import { UndoTerms } from './UndoTerms'

/** Says what would be taken back and what stays, before anything moves. */
export function UndoPreview({ import: one, again }: { import: Import; again: boolean }) {
  const { data: preview, error, refetch } = useQuery(undoPreviewQuery(one.id))
  const undo = useUndoImport(one.id)
  const mayImport = useMay('import')
  if (error) return <Problem error={error} retry={refetch} title="What an undo would do could not be found out." />
  if (!preview) return <Skeleton height={220} radius="lg" />
  if (!preview.possible) {
    return again ? null : (
      <Caution>
        <span>{preview.reason ?? 'This import cannot be undone.'}</span>
      </Caution>
    )
  }
  const taken = preview.created + preview.updated + preview.returned
  return (
    <Card title={again ? 'Undo the rest of it?' : 'Undo this import?'}>
      <p className={classes.text}>
        {taken === 0 ? 'There is nothing left to take back.' : `It takes back ${plural(taken, 'product')}. Each product keeps its history, so nothing is forgotten.`}
      </p>
      <UndoTerms
        terms={[
          { name: 'removed', rows: preview.created, says: 'created by this import: they leave the catalogue again' },
          { name: 'restored', rows: preview.updated, says: 'updated by it: they get their former values back' },
          { name: 'returned', rows: preview.returned, says: 'deleted or switched off by it: they come back' },
          { name: 'kept', rows: preview.kept, says: 'changed by somebody since: they stay as they are' },
        ]}
      />
      {undo.error && <Problem error={undo.error} title="It was not undone." />}
      {mayImport ? (
        <div className={classes.buttons}>
          <Button color="red" leftSection={<IconArrowBackUp size={16} aria-hidden />} loading={undo.isPending || undo.isSuccess} disabled={taken === 0} onClick={() => undo.mutate()}>
            Undo {plural(taken, 'product')}
          </Button>
          <LinkButton to="/imports/$importId" params={{ importId: one.id }} variant="default">
            Keep everything
          </LinkButton>
        </div>
      ) : (
        <ReadOnly>An editor can undo it.</ReadOnly>
      )}
      {preview.kept > 0 && (
        <section className={classes.kept} aria-label="Products that stay">
          <h3 className={classes.title}>
            {preview.kept > preview.kept_samples.length ? `The first ${preview.kept_samples.length} of ${plural(preview.kept, 'product')} that stay` : 'Products that stay'}
          </h3>
          <KeptList kept={preview.kept_samples} />
        </section>
      )}
    </Card>
  )
}
