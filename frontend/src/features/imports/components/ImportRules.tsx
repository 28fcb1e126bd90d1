import { NativeSelect } from '@mantine/core'

import type { ImportOptions } from '../api/types'
import classes from './ImportRules.module.css'

interface ImportRulesProps {
  options: ImportOptions
  onOptions: (options: ImportOptions) => void
}

const QUESTIONS = [
  {
    option: 'mode',
    question: 'Which rows may write?',
    answers: { upsert: 'New and known SKUs', create: 'Only new SKUs; known ones are skipped', update: 'Only known SKUs; new ones are skipped' },
  },
  {
    option: 'on_duplicate',
    question: 'If a SKU occurs twice in the file?',
    answers: { last: 'The last row is taken', first: 'The first row is taken', reject: 'All its rows are rejected' },
  },
  {
    option: 'blank',
    question: 'What does an empty cell do?',
    answers: { clear: 'It empties the field', keep: 'It leaves the field as it is' },
  },
] as const

/** The rules of an import as plain questions; the defaults suit most files. */
export function ImportRules({ options, onOptions }: ImportRulesProps) {
  return (
    <div className={classes.rules}>
      {QUESTIONS.map(({ option, question, answers }) => (
        <NativeSelect
          key={option}
          label={question}
          value={chosen(options[option], answers)}
          data={Object.entries(answers).map(([value, label]) => ({ value, label }))}
          onChange={(event) => onOptions({ ...options, [option]: event.currentTarget.value })}
        />
      ))}
    </div>
  )
}

/** One rule for each column cannot be shown here; it reads as the default. */
function chosen(value: unknown, answers: Record<string, string>): string | undefined {
  return typeof value === 'string' ? value : Object.keys(answers)[0]
}
