import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'

import { LinkButton } from '@/components/LinkButton'
import { Problem } from '@/components/Problem'

import { rowsInWords } from '../components/formatWords'
import { columnFor, contestedTargets } from '../draft/mapping'
import { useUpload } from '../draft/uploadContext'
import { useBeginImport } from '../draft/useBeginImport'
import { useDraft } from '../draft/useDraft'
import classes from './StepActions.module.css'

type StepPath = '/upload/$uploadId' | '/upload/$uploadId/adjust/format' | '/upload/$uploadId/adjust/mapping' | '/upload/$uploadId/adjust/rules'

interface Neighbour {
  to: StepPath
  word: string
}

/** The bar under each step: on to the next one, back to the one before, or straight to the import. */
export function StepActions({ back, next }: { back: Neighbour; next?: Neighbour }) {
  const upload = useUpload()
  const draft = useDraft(upload)
  const begin = useBeginImport(upload, draft)
  const params = { uploadId: upload.id }
  const blocked = obstacleOf(draft.mapping)
  return (
    <div className={classes.bar}>
      {begin.error && <Problem error={begin.error} title="The import was not started." />}
      {blocked && <p className={classes.blocked}>{blocked}</p>}
      <div className={classes.buttons}>
        <LinkButton to={back.to} params={params} variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} aria-label={`Back to ${back.word}`}>
          <span className={classes.back}>Back</span>
        </LinkButton>
        <span className={classes.space} />
        {!draft.options.confirm && (
          <Button variant={next ? 'subtle' : 'default'} loading={begin.isStarting} disabled={blocked !== undefined || begin.isChecking} onClick={begin.importNow}>
            Import {rowsInWords(upload)}
          </Button>
        )}
        {next ? (
          <LinkButton to={next.to} params={params} rightSection={<IconArrowRight size={16} aria-hidden />}>
            Next: {next.word}
          </LinkButton>
        ) : (
          <Button loading={begin.isChecking} disabled={blocked !== undefined || begin.isStarting} onClick={begin.check}>
            Check what would change
          </Button>
        )}
      </div>
    </div>
  )
}

function obstacleOf(mapping: Parameters<typeof columnFor>[0]): string | undefined {
  if (columnFor(mapping, 'sku') === undefined) return 'Choose under Columns which one goes to SKU: it tells one product from another.'
  const [contested] = contestedTargets(mapping)
  if (contested !== undefined) return 'Two columns go to the same attribute. Give one of them another name under Columns, or leave it out.'
  return undefined
}
