import { RelativeTime } from '@/components/RelativeTime'
import { formatDuration } from '@/lib/format'

import type { Job } from '../api/job'
import classes from './JobHistory.module.css'
import { JobLink } from './JobLink'
import { JobStatus } from './JobStatus'
import { authorOf, kindOf, secondsOf } from './words'

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
          <HistoryRow key={job.id} job={job} names={names} />
        ))}
      </tbody>
    </table>
  )
}

function HistoryRow({ job, names }: { job: Job; names: ReadonlyMap<string, string> }) {
  const seconds = secondsOf(job)
  return (
    <tr>
      <td className={classes.name}>
        <JobLink job={job} names={names} />
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
