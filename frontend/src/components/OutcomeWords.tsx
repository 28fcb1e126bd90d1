import { formatCount } from '@/lib/format'

import { type Counts, OUTCOME_ICONS, segmentsOf } from './outcomes'
import classes from './OutcomeWords.module.css'

/** The outcomes that occurred, on one line. */
export function OutcomeWords({ counts }: { counts: Counts }) {
  return (
    <ul className={classes.words}>
      {segmentsOf(counts).map(({ outcome, rows }) => {
        const Icon = OUTCOME_ICONS[outcome]
        return (
          <li key={outcome} className={classes.word} data-outcome={outcome}>
            <Icon size={13} stroke={2} aria-hidden />
            {formatCount(rows)} {outcome}
          </li>
        )
      })}
    </ul>
  )
}
