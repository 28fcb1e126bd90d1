import { Link } from '@tanstack/react-router'

import { Caution } from '@/components/Caution'
import { Good } from '@/components/Good'
import { Sentence } from '@/components/Sentence'

import type { Upload } from '../api/types'
import { columnFor } from '../draft/mapping'
import type { DraftOf } from '../draft/useDraft'

// These speak of the columns as they were suggested; once the person has mapped them, the mapping itself is the answer.
const ABOUT_SUGGESTION = new Set(['sku_not_recognised', 'name_not_recognised'])

/** What was recognised, and what looks odd, each with where to see more of it. */
export function UploadNotices({ upload, draft }: { upload: Upload; draft: DraftOf }) {
  const warnings = draft.isRemapped ? upload.warnings.filter(({ code }) => !ABOUT_SUGGESTION.has(code)) : upload.warnings
  return (
    <>
      {upload.retry_of && (
        <Good>
          These are the mended rows of{' '}
          <Link to="/imports/$importId" params={{ importId: upload.retry_of }}>
            an earlier import
          </Link>
          : attempt {upload.attempt}.
        </Good>
      )}
      {upload.profile && (
        <Good>
          Recognised by its columns: the profile <strong>{upload.profile.name}</strong> says where they go and which rules hold.{' '}
          <Link to="/settings">See profiles</Link>
        </Good>
      )}
      {warnings.map(({ code, message, href }) => (
        <Caution key={code + message}>
          <span>
            <Sentence text={message} /> {href && <Link to={href}>See it</Link>}
          </span>
        </Caution>
      ))}
      {draft.isRemapped && columnFor(draft.mapping, 'name') === undefined && (
        <Caution>No column goes to Name. Rows with a known SKU are updated; rows with a new one are rejected, because a new product needs a name.</Caution>
      )}
    </>
  )
}
