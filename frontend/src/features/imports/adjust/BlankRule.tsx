import { SegmentedControl } from '@mantine/core'

import type { ImportOptions, Mapping, UploadColumn } from '../api/types'
import { targetInWords } from '../draft/mapping'
import classes from './BlankRule.module.css'
import { RuleSelect } from './RuleSelect'
import { BLANKS } from './ruleWords'

const ANSWERS = { ...BLANKS, each: 'That depends on the column' }

interface BlankRuleProps {
  columns: UploadColumn[]
  mapping: Mapping
  blank: ImportOptions['blank']
  onBlank: (blank: ImportOptions['blank']) => void
}

/** What an empty cell does: one answer for all columns, or one for each that goes somewhere. */
export function BlankRule({ columns, mapping, blank, onBlank }: BlankRuleProps) {
  const mapped = columns.filter(({ key }) => mapping[key] != null && mapping[key] !== 'sku')
  const each = typeof blank === 'object'
  const choose = (answer: keyof typeof ANSWERS) =>
    onBlank(answer === 'each' ? Object.fromEntries(mapped.map(({ key }) => [key, blank === 'keep' ? 'keep' : 'clear'])) : answer)
  return (
    <>
      <RuleSelect question="What does an empty cell do?" answers={ANSWERS} value={each ? 'each' : blank} onAnswer={choose} />
      {each && (
        <ul className={classes.columns}>
          {mapped.map(({ key, header }) => (
            <li key={key} className={classes.column}>
              <span className={classes.name} id={`blank-${key}`}>
                {header || key} <span className={classes.target}>{targetInWords(mapping[key])}</span>
              </span>
              <SegmentedControl
                size="xs"
                aria-labelledby={`blank-${key}`}
                value={blank[key] ?? 'clear'}
                data={[
                  { value: 'clear', label: 'Empties' },
                  { value: 'keep', label: 'Leaves' },
                ]}
                onChange={(value) => onBlank({ ...blank, [key]: value })}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
