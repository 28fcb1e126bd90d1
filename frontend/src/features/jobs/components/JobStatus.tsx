import { Loader } from '@mantine/core'
import {
  IconArrowBackUp,
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconHandStop,
  type TablerIcon,
} from '@tabler/icons-react'

import { useMay } from '@/lib/session'

import type { Job, JobStatus as Status } from '../api/job'
import classes from './JobStatus.module.css'

const WORDS: Record<Status, string> = {
  queued: 'Waiting',
  running: 'Running',
  awaiting_confirmation: 'Waits for you',
  completed: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
  undone: 'Undone',
}

const ICONS: Record<Exclude<Status, 'running'>, TablerIcon> = {
  queued: IconClock,
  awaiting_confirmation: IconHandStop,
  completed: IconCircleCheck,
  failed: IconCircleX,
  cancelled: IconBan,
  undone: IconArrowBackUp,
}

/** The state of a job as icon and word. */
export function JobStatus({ job }: { job: Pick<Job, 'status'> & { cancel_requested?: boolean } }) {
  const mayImport = useMay('import')
  const cancelling = job.status === 'running' && job.cancel_requested === true
  return (
    <span className={classes.status} data-status={job.status}>
      <StatusIcon status={job.status} />
      {cancelling ? 'Cancelling' : job.status === 'awaiting_confirmation' && !mayImport ? 'Waits for an editor' : WORDS[job.status]}
    </span>
  )
}

function StatusIcon({ status }: { status: Status }) {
  if (status === 'running') return <Loader size={13} color="currentColor" aria-hidden />
  const Icon = ICONS[status]
  return <Icon size={16} stroke={1.9} aria-hidden />
}
