import { Button } from '@mantine/core'

import { Card } from '@/components/Card'
import { LiveMessage } from '@/components/LiveMessage'
import { Sentence } from '@/components/Sentence'
import { plural } from '@/lib/format'

import { changeOf, evidenceBySetting, guessAgain, settingsOf } from '../adjust/formatSettings'
import { FormatQuestion } from '../adjust/FormatQuestion'
import { StepActions } from '../adjust/StepActions'
import classes from '../adjust/adjust.module.css'
import { useChangeFormat } from '../api/changeFormat'
import { rowsInWords } from '../components/formatWords'
import { SampleTable } from '../components/SampleTable'
import { useUpload } from '../draft/uploadContext'

/** Every guess about how the file is written, with its evidence; a change shows in the first rows at once. */
export function FormatPage() {
  const upload = useUpload()
  const change = useChangeFormat(upload.id)
  const evidence = evidenceBySetting(upload.format)
  const failed = change.error ? Object.keys(change.variables) : []
  const summary = `${rowsInWords(upload)} · ${plural(upload.columns.length, 'column')}`
  return (
    <>
      <Card
        title="How the file is written"
        aside={
          <Button variant="default" size="xs" loading={change.isPending && failed.length > 1} onClick={() => change.mutate(guessAgain(upload.format))}>
            Guess again
          </Button>
        }
      >
        <div className={classes.questions}>
          {settingsOf(upload.format).map((setting) => (
            <FormatQuestion
              key={setting}
              setting={setting}
              format={upload.format}
              evidence={evidence.get(setting) ?? []}
              error={failed.length === 1 && failed[0] === setting ? change.error : null}
              onChoose={(value) => change.mutate(changeOf(setting, value))}
            />
          ))}
        </div>
        {failed.length > 1 && change.error && <p className={classes.error}>{change.error.message}</p>}
        {evidence.has('file') && (
          <ul className={classes.evidence}>
            {evidence.get('file')?.map((sentence) => (
              <li key={sentence}>
                <Sentence text={sentence} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card flush title="First rows" aside={<span className={classes.summary}>{change.isPending ? 'Looking at it anew' : summary}</span>}>
        <SampleTable upload={upload} stale={change.isPending} />
      </Card>
      <LiveMessage message={summary} everyMs={0} />
      <StepActions back={{ to: '/upload/$uploadId', word: 'Ready?' }} next={{ to: '/upload/$uploadId/adjust/mapping', word: 'Columns' }} />
    </>
  )
}
