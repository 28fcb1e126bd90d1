import { notifications } from '@mantine/notifications'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

import { Problem } from '@/components/Problem'
import { jobQuery } from '@/features/jobs/api/getJob'
import { isOver, type Job } from '@/features/jobs/api/job'
import { useWatchedJob } from '@/features/jobs/api/watchJob'
import { CancelJob } from '@/features/jobs/components/CancelJob'
import { JobProgress } from '@/features/jobs/components/JobProgress'

import type { BulkResult } from '../api/bulk'
import { productKeys } from '../api/keys'
import classes from './BulkProgress.module.css'
import { JobDone } from './JobDone'
import { KeptProducts } from './KeptProducts'
import { resultWords } from './words'

const CONSEQUENCE = 'What has been changed so far stays changed. The rest is left as it is.'

interface BulkProgressProps {
  jobId: string
  onOver: () => void
  /** The undo of a change is a job that is watched in its place. */
  onBegun: (jobId: string) => void
}

/** How far a change of many products is; when it is over, says what it came to, with the way back. */
export function BulkProgress({ jobId, onOver, onBegun }: BulkProgressProps) {
  const queries = useQueryClient()
  const { data: job, error } = useQuery(jobQuery(jobId))
  const over = job !== undefined && isOver(job)
  useWatchedJob(jobId, job !== undefined && !over)
  const told = useRef(false)

  useEffect(() => {
    if (!over || told.current) return
    told.current = true
    void queries.invalidateQueries({ queryKey: productKeys.all })
    tell(job, onBegun)
    if (job.status !== 'failed' && keptBy(job) === 0) onOver()
  }, [over, job, queries, onOver, onBegun])

  if (error) return <Problem error={error} />
  if (job?.status === 'failed') {
    return (
      <div className={classes.bar}>
        <Problem error={new Error(job.error?.detail ?? 'The change failed.')} title="The change stopped half way." retry={onOver} />
      </div>
    )
  }
  if (!job) return null
  if (over) return keptBy(job) > 0 ? <KeptProducts jobId={jobId} count={keptBy(job)} onClose={onOver} /> : null
  return (
    <section className={classes.bar} aria-label="Change of many products">
      <div className={classes.progress}>
        <JobProgress job={job} label="the change" />
      </div>
      <CancelJob job={job} consequence={CONSEQUENCE} size="xs" />
    </section>
  )
}

function tell(job: Job, onBegun: (jobId: string) => void): void {
  if (job.status === 'failed') return
  const id = `job-${job.id}`
  const words = job.kind === 'undo' ? 'Taken back.' : resultWords(job.result as unknown as BulkResult)
  const undoable = job.kind !== 'undo' && canUndo(job)
  notifications.show({
    id,
    autoClose: undoable ? 15_000 : 6000,
    message: (
      <JobDone
        jobId={job.id}
        words={job.status === 'cancelled' ? `Cancelled. ${words}` : words}
        undoable={undoable}
        onUndo={(undo) => {
          notifications.hide(id)
          onBegun(undo)
        }}
      />
    ),
  })
}

function keptBy({ result }: Job): number {
  return Number(result?.kept ?? 0)
}

function canUndo({ result }: Job): boolean {
  const { action, changed } = result as unknown as BulkResult
  return changed > 0 && action !== 'purge'
}
