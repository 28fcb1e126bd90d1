import { IconArrowBackUp, IconLock, IconRestore, IconTrash, type TablerIcon } from '@tabler/icons-react'

import { formatCount } from '@/lib/format'

import classes from './undo.module.css'

type Name = 'removed' | 'restored' | 'returned' | 'kept'

export interface Term {
  name: Name
  rows: number
  says: string
}

const ICONS: Record<Name, TablerIcon> = { removed: IconTrash, restored: IconArrowBackUp, returned: IconRestore, kept: IconLock }

/** What an undo does, term by term; those that do not occur are left out. */
export function UndoTerms({ terms }: { terms: Term[] }) {
  const shown = terms.filter(({ rows }) => rows > 0)
  return (
    <dl className={classes.terms}>
      {shown.map(({ name, rows, says }) => {
        const Icon = ICONS[name]
        return (
          <div key={name} className={classes.term} data-kept={name === 'kept' || undefined}>
            <dt className={classes.name}>
              <Icon size={16} stroke={1.9} aria-hidden />
              {name}
            </dt>
            <dd>
              <span className={classes.rows}>{formatCount(rows)}</span> <span className={classes.says}>{says}</span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
