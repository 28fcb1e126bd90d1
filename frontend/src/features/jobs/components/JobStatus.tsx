import { IconArrowBackUp, IconBan, IconCircleCheck, IconCircleX, IconClock, IconHandStop, type TablerIcon } from '@tabler/icons-react'

import { StatusMark, type Tone } from '@/components/StatusMark'
import { useMay } from '@/lib/session'

import type { Job, JobStatus as Status } from '../api/job'

const LOOKS: Record<Status, [TablerIcon | null, Tone, string]> = {
  queued: [IconClock, 'quiet', 'Waiting'],
  running: [null, 'busy', 'Running'],
  awaiting_confirmation: [IconHandStop, 'caution', 'Waits for you'],
  completed: [IconCircleCheck, 'good', 'Done'],
  failed: [IconCircleX, 'danger', 'Failed'],
  cancelled: [IconBan, 'quiet', 'Cancelled'],
  undone: [IconArrowBackUp, 'quiet', 'Undone'],
}

/** The state of a job. */
export function JobStatus({ job }: { job: Pick<Job, 'status'> & { cancel_requested?: boolean } }) {
  const mayImport = useMay('import')
  const [icon, tone, word] = LOOKS[job.status]
  const cancelling = job.status === 'running' && job.cancel_requested === true
  const waitsForAnother = job.status === 'awaiting_confirmation' && !mayImport
  return (
    <StatusMark icon={icon} tone={tone}>
      {cancelling ? 'Cancelling' : waitsForAnother ? 'Waits for an editor' : word}
    </StatusMark>
  )
}
