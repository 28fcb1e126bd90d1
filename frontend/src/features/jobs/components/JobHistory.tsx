import { RelativeTime } from '@/components/RelativeTime'
import { formatCount, formatDuration } from '@/lib/format'

import { type Bulk, bulkOf, isUndoable } from '../api/bulk'
import type { Job } from '../api/job'
import classes from './JobHistory.module.css'
import { JobLink } from './JobLink'
import { JobStatus } from './JobStatus'
import { UndoJob } from './UndoJob'
import { authorOf, kindOf, secondsOf, titleOf } from './words'

/** Jobs that are over: what they were, how they ended, how long they took, and who asked. */
export function JobHistory({ jobs, names }: { jobs: Job[]; names: ReadonlyMap<string, string> }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Job</th>
          <th scope="col">Kind</th>
          <th scope="col">Outcome</th>
          <th scope="col" className={classes.number}>
            Took
          </th>
          <th scope="col">Started by</th>
          <th scope="col">When</th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <HistoryRow key={job.id} job={job} names={names} undone={jobs.find(({ id }) => id === job.undo_of)} />
        ))}
      </tbody>
    </table>
  )
}

function HistoryRow({ job, names, undone }: { job: Job; names: ReadonlyMap<string, string>; undone: Job | undefined }) {
  const seconds = secondsOf(job)
  const bulk = bulkOf(job)
  return (
    <tr>
      <td className={classes.name}>
        <JobLink job={job} names={names} undone={undone} />
        {bulk && <span className={classes.counts}>{countsOf(bulk)}</span>}
        {isUndoable(job) && <UndoJob job={job} title={titleOf(job)} />}
        {job.error && <span className={classes.error}>{job.error.detail}</span>}
      </td>
      <td data-label="Kind">{kindOf(job)}</td>
      <td data-label="Outcome">
        <JobStatus job={job} />
      </td>
      <td data-label="Took" className={classes.number}>
        {seconds === undefined ? 'never began' : formatDuration(seconds)}
      </td>
      <td data-label="Started by">{authorOf(job)}</td>
      <td data-label="When">
        <RelativeTime at={job.finished_at ?? job.created_at} />
      </td>
    </tr>
  )
}

function countsOf({ changed, unchanged, kept }: Bulk): string {
  const parts = [`${formatCount(changed)} changed`]
  if (unchanged > 0) parts.push(`${formatCount(unchanged)} as they were already`)
  if (kept > 0) parts.push(`${formatCount(kept)} left alone`)
  return parts.join(' · ')
}
