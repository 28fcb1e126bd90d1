import { Popover, UnstyledButton } from '@mantine/core'
import { IconActivity } from '@tabler/icons-react'
import { Link, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'

import { plural } from '@/lib/format'
import { useMay } from '@/lib/session'

import { isWaiting, type Job } from '../api/job'
import { useRunningJobs } from '../api/listJobs'
import { JobLink } from './JobLink'
import { JobProgress } from './JobProgress'
import { JobStatus } from './JobStatus'
import classes from './RunningJobs.module.css'
import { titleOf } from './words'

interface RunningJobsProps {
  /** File names of imports by their id. */
  names: ReadonlyMap<string, string>
}

/** The quiet indicator in the top bar; opens the progress of everything that runs, from any page. */
export function RunningJobs({ names }: RunningJobsProps) {
  const path = useRouterState({ select: (state) => state.location.pathname })
  // Another page closes it.
  return <Indicator key={path} names={names} />
}

function Indicator({ names }: RunningJobsProps) {
  const jobs = useRunningJobs()
  const mayImport = useMay('import')
  const [open, setOpen] = useState(false)
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={340} trapFocus shadow="md" offset={6}>
      <Popover.Target>
        <UnstyledButton className={classes.indicator} data-busy={jobs.length > 0 || undefined} onClick={() => setOpen(!open)}>
          <IconActivity size={16} aria-hidden />
          <span className={classes.label}>{labelOf(jobs, mayImport)}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        {jobs.length === 0 ? (
          <p className={classes.none}>Nothing is running. Imports and bulk changes appear here while they run.</p>
        ) : (
          <ul className={classes.list}>
            {jobs.map((job) => (
              <li key={job.id} className={classes.item}>
                <JobLink job={job} names={names} />
                {isWaiting(job) ? <JobStatus job={job} /> : <JobProgress job={job} label={names.get(job.id) ?? titleOf(job)} />}
              </li>
            ))}
          </ul>
        )}
        <Link to="/jobs" className={classes.all}>
          All jobs
        </Link>
      </Popover.Dropdown>
    </Popover>
  )
}

function labelOf(jobs: Job[], own: boolean): string {
  const running = jobs.filter((job) => !isWaiting(job))
  const [first] = running
  if (!first) return jobs.length === 0 ? 'Idle' : `${jobs.length} ${jobs.length === 1 ? 'waits' : 'wait'}${own ? ' for you' : ''}`
  return running.length === 1 ? `${Math.floor(first.progress.percent)} %` : plural(running.length, 'job')
}
