import { Link } from '@tanstack/react-router'

import type { ImportOptions, Upload } from '../api/types'
import { rulesInWords } from '../adjust/ruleWords'
import classes from './RulesSummary.module.css'

/** The rules that are not the usual ones; nothing where all of them are. */
export function RulesSummary({ upload, options }: { upload: Upload; options: ImportOptions }) {
  const sentences = rulesInWords(options)
  if (sentences.length === 0) return null
  return (
    <section aria-label="Rules">
      <p className={classes.title}>
        Rules that differ from the usual · <Link to="/upload/$uploadId/adjust/rules" params={{ uploadId: upload.id }}>change</Link>
      </p>
      <ul className={classes.rules}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}
