import {
  IconCircleX,
  IconCopy,
  IconEqual,
  IconPencil,
  IconPlayerTrackNext,
  IconPlus,
  type TablerIcon,
} from '@tabler/icons-react'

/** What can become of a row. The order is the one in which they are always shown. */
export const OUTCOMES = ['created', 'updated', 'unchanged', 'duplicate', 'rejected', 'skipped'] as const

export type Outcome = (typeof OUTCOMES)[number]
export type Counts = Record<Outcome, number> & { read: number }

/** One word, one icon, and (in `outcome.css`) one colour for each, everywhere. */
export const OUTCOME_ICONS: Record<Outcome, TablerIcon> = {
  created: IconPlus,
  updated: IconPencil,
  unchanged: IconEqual,
  duplicate: IconCopy,
  rejected: IconCircleX,
  skipped: IconPlayerTrackNext,
}

export const OUTCOME_MEANINGS: Record<Outcome, string> = {
  created: 'New SKUs: a product was made from each.',
  updated: 'Known SKUs with a different value: the product was changed.',
  unchanged: 'Known SKUs with the same values: nothing was written.',
  duplicate: 'The SKU occurs again further down in the file, and that row was taken.',
  rejected: 'Rows that could not go in. Each is listed with its reason.',
  skipped: 'Rows left out because of the options of this import.',
}

export interface Segment {
  outcome: Outcome
  rows: number
  share: number
}

/** The outcomes that occurred, each with its share of all of them (0 to 1). */
export function segmentsOf(counts: Counts): Segment[] {
  const total = OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0)
  return OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => ({
    outcome,
    rows: counts[outcome],
    share: counts[outcome] / total,
  }))
}

export function isOutcome(name: string | undefined): name is Outcome {
  return (OUTCOMES as readonly string[]).includes(name ?? '')
}
