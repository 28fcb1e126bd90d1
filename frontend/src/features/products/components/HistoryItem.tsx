import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'

import { RelativeTime } from '@/components/RelativeTime'
import { ShowMore } from '@/components/ShowMore'
import { Empty, Former, Latter } from '@/components/Values'
import { actorInWords } from '@/lib/actor'
import { plural } from '@/lib/format'

import type { FieldChange, HistoryEntry } from '../api/types'
import { fieldLabel } from './fieldLabels'
import classes from './History.module.css'

const FIELDS = 6

const WORDS: Record<string, string> = {
  'product.created': 'Created',
  'product.updated': 'Changed',
  'product.deleted': 'Moved to the trash',
  'product.restored': 'Taken out of the trash',
  'product.purged': 'Deleted for good',
}

/** One change: what, by whom, when, and each field before and after. */
export function HistoryItem({ entry, children }: { entry: HistoryEntry; children: ReactNode }) {
  const [all, setAll] = useState(false)
  const shown = all ? entry.changes : entry.changes.slice(0, FIELDS)
  const more = entry.changes.length - shown.length
  return (
    <li className={classes.entry}>
      <p className={classes.head}>
        <strong>{WORDS[entry.event] ?? entry.event}</strong> <Author entry={entry} /> · <RelativeTime at={entry.at} />
      </p>
      {shown.length > 0 && (
        <ul className={classes.changes}>
          {shown.map((change) => (
            <Change key={change.field} change={change} />
          ))}
        </ul>
      )}
      {more > 0 && <ShowMore label={plural(more, 'more field')} onShow={() => setAll(true)} />}
      {children}
    </li>
  )
}

function Author({ entry: { actor, job_id: jobId, job_kind: kind } }: { entry: HistoryEntry }) {
  if (jobId !== null && kind === 'import') {
    return (
      <Link to="/imports/$importId" params={{ importId: jobId }}>
        by an import
      </Link>
    )
  }
  if (kind === 'undo') return <span>by an undo</span>
  return <span>{actor === 'local' ? 'by hand' : `by ${actorInWords(actor)}`}</span>
}

function Change({ change: { field, before, after } }: { change: FieldChange }) {
  return (
    <li>
      <span className={classes.field}>{fieldLabel(field)}</span>{' '}
      <span className={classes.values}>
        {before !== null && <Former value={wordOf(before)} />} {after === null ? <Empty /> : <Latter value={wordOf(after)} />}
      </span>
    </li>
  )
}

function wordOf(value: string | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value
}
