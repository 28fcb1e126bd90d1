import { Link } from '@tanstack/react-router'

import { Card } from '@/components/Card'
import { Caution } from '@/components/Caution'
import { Good } from '@/components/Good'
import { OutcomeBar } from '@/components/OutcomeBar'
import { OutcomeLegend } from '@/components/OutcomeLegend'
import { OUTCOMES } from '@/components/outcomes'
import { Problem } from '@/components/Problem'
import { formatCount, plural } from '@/lib/format'

import type { Import } from '../api/types'
import { Drift } from './Drift'
import { PhaseLine } from './PhaseLine'
import classes from './Receipt.module.css'
import { Rejects } from './Rejects'

/** Which part of its two lists a receipt shows, as its URL says. */
export interface ReceiptView {
  code: string | undefined
  page: number
  onView: (view: { code: string | undefined; page: number }) => void
  driftPage: number
  onDriftPage: (page: number) => void
}

const ALWAYS = ['created', 'updated', 'unchanged', 'duplicate', 'rejected'] as const

/** What came of every row, and what to do about those that did not go in. */
export function Receipt({ import: one, code, page, onView, driftPage, onDriftPage }: ReceiptView & { import: Import }) {
  return (
    <>
      {one.status === 'cancelled' && <Caution>{whatStays(one)}</Caution>}
      {one.status === 'undone' && <Undone importId={one.id} />}
      {one.error && <Problem error={new Error(one.error.detail)} title="The import stopped." />}
      <Card>
        {one.counts.read > 0 && <Equation counts={one.counts} balanced={one.status === 'completed' || one.status === 'undone'} />}
        <PhaseLine course={one} />
      </Card>
      {one.drift > 0 && <Drift import={one} page={driftPage} onPage={onDriftPage} />}
      {one.counts.rejected > 0 && <Rejects import={one} code={code} page={page} onView={onView} />}
    </>
  )
}

function Equation({ counts, balanced }: { counts: Import['counts']; balanced: boolean }) {
  const terms = OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => `${formatCount(counts[outcome])} ${outcome}`)
  return (
    <div className={classes.equation}>
      <p className={classes.sum}>
        <strong>{plural(counts.read, 'row')} read</strong>
        {balanced && <span className={classes.terms}> = {terms.join(' + ')}</span>}
      </p>
      <OutcomeBar counts={counts} total={counts.read} />
      <OutcomeLegend counts={counts} always={ALWAYS} />
      <MissingProducts counts={counts} />
    </div>
  )
}

/** Products the file does not have stand beside the equation of its rows. */
function MissingProducts({ counts: { deactivated, deleted } }: Pick<Import, 'counts'>) {
  const words = [
    deactivated > 0 && `${plural(deactivated, 'product')} not in the file switched to inactive`,
    deleted > 0 && `${plural(deleted, 'product')} not in the file moved to the trash`,
  ].filter(Boolean)
  return words.length > 0 ? <p className={classes.missing}>{words.join(' · ')}</p> : null
}

function Undone({ importId }: { importId: string }) {
  return (
    <Good>
      This import was undone.{' '}
      <Link to="/imports/$importId/undo" params={{ importId }}>
        See what was taken back and what was kept
      </Link>
    </Good>
  )
}

function whatStays({ counts }: Import): string {
  const written = counts.created + counts.updated
  if (written === 0) return 'It was cancelled before anything was written: the catalogue is as it was.'
  return `${plural(written, 'product')} had been written before it was cancelled, and stay. Import it again to finish: those will come out as unchanged. Or take them back under Undo.`
}
