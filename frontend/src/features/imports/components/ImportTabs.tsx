import { Link } from '@tanstack/react-router'

import classes from '@/components/Tabs.module.css'
import { isOver } from '@/features/jobs/api/job'

import type { Import } from '../api/types'
import { isUndoable } from '../undo/undoable'

/** The pages of one import, as far as it has them; none while there is only one. */
export function ImportTabs({ import: one }: { import: Import }) {
  const pages = [
    { to: '/imports/$importId', word: isOver(one) ? 'Receipt' : 'Progress', there: one.status !== 'awaiting_confirmation' },
    { to: '/imports/$importId/plan', word: isOver(one) ? 'Plan' : 'What would change', there: one.plan !== null },
    { to: '/imports/$importId/undo', word: 'Undo', there: isUndoable(one) },
  ] as const
  const shown = pages.filter(({ there }) => there)
  if (shown.length < 2) return null
  return (
    <nav aria-label="Pages of this import">
      <ul className={classes.tabs}>
        {shown.map(({ to, word }) => (
          <li key={to}>
            <Link to={to} params={{ importId: one.id }} activeOptions={{ exact: true, includeSearch: false }} className={classes.tab} activeProps={{ 'aria-current': 'page' }}>
              {word}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
