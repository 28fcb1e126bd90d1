import { Link } from '@tanstack/react-router'

import classes from './UploadSteps.module.css'

const STEPS = [
  { to: '/upload/$uploadId', word: 'Ready?' },
  { to: '/upload/$uploadId/adjust/format', word: 'Format' },
  { to: '/upload/$uploadId/adjust/mapping', word: 'Columns' },
  { to: '/upload/$uploadId/adjust/rules', word: 'Rules' },
] as const

/** The steps before an import, each at its own URL, in any order. */
export function UploadSteps({ uploadId }: { uploadId: string }) {
  return (
    <nav aria-label="Steps before the import">
      <ol className={classes.steps}>
        {STEPS.map(({ to, word }, index) => (
          <li key={to} className={classes.step}>
            <Link to={to} params={{ uploadId }} activeOptions={{ exact: true }} className={classes.link} activeProps={{ 'aria-current': 'step' }}>
              <span className={classes.number} aria-hidden>
                {index + 1}
              </span>
              {word}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
