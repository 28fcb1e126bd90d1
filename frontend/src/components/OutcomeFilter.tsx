import { formatCount } from '@/lib/format'

import classes from './OutcomeFilter.module.css'
import { type Counts, type Outcome, OUTCOME_ICONS, OUTCOMES } from './outcomes'

interface OutcomeFilterProps {
  counts: Counts
  chosen: Outcome | undefined
  onChoose: (outcome: Outcome | undefined) => void
}

/** The terms of the equation as a filter; the one that is pressed lets go when pressed again. */
export function OutcomeFilter({ counts, chosen, onChoose }: OutcomeFilterProps) {
  const shown = OUTCOMES.filter((outcome) => counts[outcome] > 0 || outcome !== 'skipped')
  return (
    <div className={classes.terms} role="group" aria-label="Show rows by outcome">
      {shown.map((outcome) => {
        const Icon = OUTCOME_ICONS[outcome]
        return (
          <button
            key={outcome}
            type="button"
            className={classes.term}
            data-outcome={outcome}
            aria-pressed={chosen === outcome}
            disabled={counts[outcome] === 0}
            onClick={() => onChoose(chosen === outcome ? undefined : outcome)}
          >
            <span className={classes.word}>
              <Icon size={15} stroke={2} aria-hidden />
              {outcome}
            </span>
            <span className={classes.rows}>{formatCount(counts[outcome])}</span>
          </button>
        )
      })}
    </div>
  )
}
