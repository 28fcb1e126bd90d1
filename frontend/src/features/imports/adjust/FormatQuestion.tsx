import { NativeSelect } from '@mantine/core'

import { Sentence } from '@/components/Sentence'

import type { FileFormat } from '../api/types'
import { choicesOf, currentOf, LABELS, type Setting } from './formatSettings'

interface FormatQuestionProps {
  setting: Setting
  format: FileFormat
  evidence: string[]
  error: Error | null
  onChoose: (value: string) => void
}

/** One guess as a question: what was found, why, and what else it could be. */
export function FormatQuestion({ setting, format, evidence, error, onChoose }: FormatQuestionProps) {
  return (
    <NativeSelect
      label={LABELS[setting]}
      description={evidence.length > 0 ? <Sentence text={evidence.join(' ')} /> : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={currentOf(setting, format)}
      data={choicesOf(setting, format)}
      error={error ? <Sentence text={error.message} /> : undefined}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  )
}
