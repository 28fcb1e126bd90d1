import { isOutcome, OUTCOME_ICONS } from './outcomes'
import classes from './OutcomeWord.module.css'

/** What came of one row. A word that is none of the six, such as `deleted`, has neither icon nor colour. */
export function OutcomeWord({ outcome }: { outcome: string }) {
  const Icon = isOutcome(outcome) ? OUTCOME_ICONS[outcome] : undefined
  return (
    <span className={classes.word} data-outcome={outcome}>
      {Icon && <Icon size={14} stroke={2} aria-hidden />}
      {outcome}
    </span>
  )
}
