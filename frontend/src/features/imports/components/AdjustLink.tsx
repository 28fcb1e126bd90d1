import { LinkButton } from '@/components/LinkButton'

import type { Import } from '../api/types'
import { beginDraft } from '../draft/useDraft'

/** Back to the columns and rules, as this import was started with; it waits until another takes its place. */
export function AdjustLink({ import: one }: { import: Import }) {
  return (
    <LinkButton
      to="/upload/$uploadId/adjust/mapping"
      params={{ uploadId: one.upload_id }}
      variant="default"
      onClick={() => beginDraft(one.upload_id, one.mapping, one.options, one.id)}
    >
      Adjust
    </LinkButton>
  )
}
