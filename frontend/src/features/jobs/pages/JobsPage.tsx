import { useQuery } from '@tanstack/react-query'
import { IconActivity } from '@tabler/icons-react'

import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { LinkButton } from '@/components/LinkButton'
import { PageHeader } from '@/components/PageHeader'
import { Pager } from '@/components/Pager'
import { Problem } from '@/components/Problem'
import { RowSkeletons } from '@/components/RowSkeletons'
import { plural } from '@/lib/format'
import { useMay } from '@/lib/session'

import { isOver, isWaiting, type Job } from '../api/job'
import { jobsQuery, useRunningJobs } from '../api/listJobs'
import { JobHistory } from '../components/JobHistory'
import { RunningJobCard } from '../components/RunningJobCard'
import classes from './JobsPage.module.css'

const LIMIT = 50

interface JobsPageProps {
  page: number
  onPage: (page: number) => void
  /** File names of imports by their id. */
  names: ReadonlyMap<string, string>
}

export function JobsPage({ page, onPage, names }: JobsPageProps) {
  const { data, error, isPending, refetch } = useQuery(jobsQuery(page, LIMIT))
  const running = useRunningJobs()
  const mayImport = useMay('import')
  const over = data?.items.filter(isOver) ?? []
  return (
    <div className={classes.page}>
      <PageHeader title="Jobs" tab={tabOf(running)}>
        Everything that runs in the background, and how it ended.
      </PageHeader>
      {error && <Problem error={error} retry={refetch} />}
      {running.length > 0 && (
        <Card flush title={running.every(isWaiting) ? (mayImport ? 'Waiting for you' : 'Waiting') : 'Running'}>
          <ul>
            {running.map((job) => (
              <RunningJobCard key={job.id} job={job} names={names} />
            ))}
          </ul>
        </Card>
      )}
      {isPending && (
        <Card flush title="History">
          <RowSkeletons rows={6} />
        </Card>
      )}
      {data?.total === 0 && (
        <Card>
          <EmptyState icon={IconActivity} title="No jobs yet" actions={mayImport ? <LinkButton to="/upload">Import a file</LinkButton> : undefined}>
            Each import runs as a job. While it runs you see its progress here, and afterwards how it ended and how long it took.
          </EmptyState>
        </Card>
      )}
      {over.length > 0 && (
        <Card flush title="History">
          <JobHistory jobs={over} names={names} />
          <Pager page={page} pages={data?.pages ?? 1} onPage={onPage} label="Pages of jobs" />
        </Card>
      )}
    </div>
  )
}

function tabOf(unfinished: Job[]): string {
  const running = unfinished.filter((job) => !isWaiting(job)).length
  return running > 0 ? `${plural(running, 'job')} running` : 'Jobs'
}
