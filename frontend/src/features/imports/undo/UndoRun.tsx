import { Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { Card } from '@/components/Card'
import { LinkButton } from '@/components/LinkButton'
import { Pager } from '@/components/Pager'
import { Problem } from '@/components/Problem'
import { RelativeTime } from '@/components/RelativeTime'
import { jobQuery } from '@/features/jobs/api/getJob'
import { isOver, type Job } from '@/features/jobs/api/job'
import { useWatchedJob } from '@/features/jobs/api/watchJob'
import { CancelJob } from '@/features/jobs/components/CancelJob'
import { JobProgress } from '@/features/jobs/components/JobProgress'
import { JobStatus } from '@/features/jobs/components/JobStatus'
import { plural } from '@/lib/format'

import { importKeys } from '../api/keys'
import { keptQuery } from '../api/undoImport'
import { KeptList } from './KeptList'
import classes from './undo.module.css'
import { UndoTerms } from './UndoTerms'

const CONSEQUENCE = 'Products taken back so far stay that way, and the others stay as the import left them. The undo can be begun again for the rest.'

interface UndoRunProps {
  importId: string
  jobId: string
  page: number
  onPage: (page: number) => void
}

/** An undo at work, then what it did and what it kept. */
export function UndoRun({ importId, jobId, page, onPage }: UndoRunProps) {
  const { data: job, error, refetch } = useQuery(jobQuery(jobId))
  useWatchedJob(jobId, job !== undefined && !isOver(job))
  useImportRefreshed(importId, job !== undefined && isOver(job))
  if (error) return <Problem error={error} retry={refetch} />
  if (!job) return <Skeleton height={180} radius="lg" />
  return (
    <>
      {job.error && <Problem error={new Error(job.error.detail)} title="The undo stopped." />}
      <Card title="Undo" aside={<State job={job} />}>
        {isOver(job) ? <Done job={job} /> : <Running job={job} />}
      </Card>
      {isOver(job) && numberOf(job, 'kept') > 0 && <KeptProducts jobId={jobId} page={page} onPage={onPage} />}
    </>
  )
}

function State({ job }: { job: Job }) {
  return (
    <span className={classes.state}>
      <JobStatus job={job} />
      <RelativeTime at={job.finished_at ?? job.created_at} />
    </span>
  )
}

function Running({ job }: { job: Job }) {
  return (
    <>
      <JobProgress job={job} label="the undo" />
      <p className={classes.text}>Closing this tab is safe: the undo goes on, and this page finds it again.</p>
      <div className={classes.buttons}>
        <CancelJob job={job} consequence={CONSEQUENCE} />
      </div>
    </>
  )
}

function Done({ job }: { job: Job }) {
  return (
    <>
      <UndoTerms
        terms={[
          { name: 'removed', rows: numberOf(job, 'removed'), says: 'created by the import: gone again' },
          { name: 'restored', rows: numberOf(job, 'restored'), says: 'updated by it: with their former values again' },
          { name: 'returned', rows: numberOf(job, 'returned'), says: 'deleted or switched off by it: back again' },
          { name: 'kept', rows: numberOf(job, 'kept'), says: 'changed since or not to be brought back: as they were' },
        ]}
      />
      <div className={classes.buttons}>
        <LinkButton to="/products" search={{ sort: '-updated_at' }} variant="default">
          See the products
        </LinkButton>
      </div>
    </>
  )
}

function KeptProducts({ jobId, page, onPage }: Omit<UndoRunProps, 'importId'>) {
  const { data, error, refetch } = useQuery(keptQuery(jobId, page))
  return (
    <Card flush title={data ? `${plural(data.total, 'product')} kept as ${data.total === 1 ? 'it is' : 'they are'}` : 'Products kept as they are'}>
      {error && <Problem error={error} retry={refetch} />}
      {data && <KeptList kept={data.items} />}
      {data && <Pager page={data.page ?? 1} pages={data.pages ?? 1} onPage={onPage} label="Pages of kept products" />}
    </Card>
  )
}

function numberOf(job: Job, name: string): number {
  const value = job.result?.[name]
  return typeof value === 'number' ? value : 0
}

function useImportRefreshed(importId: string, over: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!over) return
    void queries.invalidateQueries({ queryKey: importKeys.one(importId) })
    void queries.invalidateQueries({ queryKey: importKeys.undo(importId) })
    void queries.invalidateQueries({ queryKey: importKeys.lists })
    void queries.invalidateQueries({ queryKey: ['products'] })
  }, [importId, over, queries])
}
