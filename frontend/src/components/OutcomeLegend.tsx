import { Tooltip } from '@mantine/core'

import { formatCount } from '@/lib/format'

import classes from './OutcomeLegend.module.css'
import { type Counts, type Outcome, OUTCOME_ICONS, OUTCOME_MEANINGS, OUTCOMES } from './outcomes'

interface OutcomeLegendProps {
  counts: Counts
  /** Outcomes that did not occur are left out, except those named here. */
  always?: readonly Outcome[]
}

/** The terms of the equation, each with its icon, word and number. */
export function OutcomeLegend({ counts, always = OUTCOMES }: OutcomeLegendProps) {
  const shown = OUTCOMES.filter((outcome) => counts[outcome] > 0 || always.includes(outcome))
  return (
    <ul className={classes.legend}>
      {shown.map((outcome) => (
        <OutcomeTerm key={outcome} outcome={outcome} rows={counts[outcome]} />
      ))}
    </ul>
  )
}

function OutcomeTerm({ outcome, rows }: { outcome: Outcome; rows: number }) {
  const Icon = OUTCOME_ICONS[outcome]
  return (
    <li>
      <Tooltip label={OUTCOME_MEANINGS[outcome]} multiline w={240} openDelay={300} withArrow>
        <div className={classes.term} data-outcome={outcome} data-none={rows === 0 || undefined}>
          <p className={classes.word}>
            <Icon size={15} stroke={2} aria-hidden />
            {outcome}
          </p>
          <p className={classes.rows}>{formatCount(rows)}</p>
        </div>
      </Tooltip>
    </li>
  )
}
