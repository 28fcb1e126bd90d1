import { Card } from '@/components/Card'

import { FileFacts } from '../components/FileFacts'
import { SampleTable } from '../components/SampleTable'
import { useUpload } from '../draft/uploadContext'
import { useBeginImport } from '../draft/useBeginImport'
import { useDraft } from '../draft/useDraft'
import { MappingSummary } from '../ready/MappingSummary'
import { ReadyActions } from '../ready/ReadyActions'
import { RulesSummary } from '../ready/RulesSummary'
import { UploadNotices } from '../ready/UploadNotices'

/** Everything known about an uploaded file before anything is imported, and the buttons that do it. */
export function ReadyPage() {
  const upload = useUpload()
  const draft = useDraft(upload)
  const begin = useBeginImport(upload, draft)
  return (
    <>
      <Card>
        <FileFacts upload={upload} />
        <UploadNotices upload={upload} draft={draft} />
        <MappingSummary upload={upload} mapping={draft.mapping} />
        <RulesSummary upload={upload} options={draft.options} />
        <ReadyActions upload={upload} draft={draft} begin={begin} />
      </Card>
      <Card flush title="First rows">
        <SampleTable upload={upload} mapping={draft.mapping} />
      </Card>
    </>
  )
}
