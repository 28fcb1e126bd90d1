import { isWaiting, type Job } from '../api/job'
import { CancelJob } from './CancelJob'
import { JobLink } from './JobLink'
import { JobProgress } from './JobProgress'
import { JobStatus } from './JobStatus'
import classes from './RunningJobCard.module.css'
import { titleOf } from './words'

const UNTOUCHED = 'Nothing has been written yet, so the catalogue stays exactly as it is.'
const CONSEQUENCE = 'What has been written so far stays. Nothing more is written, and the rest of the job is dropped.'

export function RunningJobCard({ job, names }: { job: Job; names: ReadonlyMap<string, string> }) {
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <div className={classes.words}>
          <JobLink job={job} names={names} />
          <JobStatus job={job} />
        </div>
        <CancelJob job={job} consequence={isWaiting(job) ? UNTOUCHED : CONSEQUENCE} size="xs" />
      </div>
      {!isWaiting(job) && <JobProgress job={job} label={names.get(job.id) ?? titleOf(job)} />}
    </li>
  )
}
