import { Button } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'

import { LinkButton } from '@/components/LinkButton'
import { Problem } from '@/components/Problem'
import { Sentence } from '@/components/Sentence'
import { formatCount, plural } from '@/lib/format'
import { useMay } from '@/lib/session'

import type { Import, ImportOptions, Plan, PlanWarning } from '../api/types'
import classes from './PlanWarnings.module.css'
import { adviceOn, answerTo } from './planView'
import { useCheckAgain } from './useCheckAgain'

interface PlanWarningsProps {
  import: Import
  plan: Plan
  numberFormat: 'point' | 'comma'
  /** An import that is over or under way can only be read. */
  waits: boolean
}

/** What may be a mistake, before everything else: its rows, and what to do about it. */
export function PlanWarnings({ import: one, plan, numberFormat, waits }: PlanWarningsProps) {
  const again = useCheckAgain(one)
  const mayImport = useMay('import')
  if (plan.warnings.length === 0) return null
  return (
    <section className={classes.warnings} aria-label="Warnings">
      {again.error && <Problem error={again.error} title="It could not be checked again." />}
      {plan.warnings.map((warning) => (
        <Warning
          key={warning.code}
          warning={warning}
          answer={waits && mayImport ? answerTo(warning, one.options, numberFormat) : undefined}
          another={mayImport}
          busy={again.isPending}
          onAnswer={again.check}
        />
      ))}
    </section>
  )
}

interface WarningProps {
  warning: PlanWarning
  answer: ReturnType<typeof answerTo>
  /** Whether another file may be offered. */
  another: boolean
  busy: boolean
  onAnswer: (options: Partial<ImportOptions>) => void
}

function Warning({ warning, answer, another, busy, onAnswer }: WarningProps) {
  const advice = adviceOn(warning)
  return (
    <article className={classes.warning}>
      <IconAlertCircle size={18} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <p>
          <Sentence text={warning.message} />
        </p>
        {advice && <p className={classes.advice}>{advice}</p>}
        {warning.samples.length > 0 && (
          <details className={classes.rows}>
            <summary>{shownOf(warning)}</summary>
            <ul>
              {warning.samples.map(({ row, sku, detail }, index) => (
                <li key={index}>
                  {row !== null && <span className={classes.row}>Row {formatCount(row)}</span>} <strong>{sku}</strong> <Sentence text={detail} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <div className={classes.actions}>
        {answer && (
          <Button size="xs" variant="default" loading={busy} onClick={() => onAnswer(answer.options)}>
            {answer.label}
          </Button>
        )}
        {advice && another && (
          <LinkButton to="/upload" size="xs" variant="default">
            Upload another file
          </LinkButton>
        )}
      </div>
    </article>
  )
}

function shownOf({ count, samples }: PlanWarning): string {
  return count > samples.length ? `The first ${samples.length} of ${plural(count, 'row')}` : `See ${plural(count, 'row')}`
}
