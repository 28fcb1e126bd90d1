import { useQuery } from '@tanstack/react-query'

import { jobQuery } from '@/features/jobs/api/getJob'

import { useWatchedImport } from '../components/importContext'
import { UndoPreview } from '../undo/UndoPreview'
import { UndoRun } from '../undo/UndoRun'

interface UndoPageProps {
  page: number
  onPage: (page: number) => void
}

/** What an undo takes back and what it keeps; once begun, how far it is and what came of it. */
export function UndoPage({ page, onPage }: UndoPageProps) {
  const { import: one } = useWatchedImport()
  const id = one.undo?.job_id
  const { data: job } = useQuery({ ...jobQuery(id ?? ''), enabled: id !== undefined })
  const ended = job?.status === 'cancelled' || job?.status === 'failed'
  return (
    <>
      {id !== undefined && <UndoRun key={id} importId={one.id} jobId={id} page={page} onPage={onPage} />}
      {(id === undefined || ended) && <UndoPreview import={one} again={ended} />}
    </>
  )
}
