import { Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconFileOff } from '@tabler/icons-react'
import { useEffect } from 'react'

import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { LinkButton } from '@/components/LinkButton'
import { PageHeader } from '@/components/PageHeader'
import { Problem } from '@/components/Problem'
import { jobQuery } from '@/features/jobs/api/getJob'
import { isOver } from '@/features/jobs/api/job'
import { useWatchedJob } from '@/features/jobs/api/watchJob'
import { isNotFound } from '@/lib/api/error'

import { importQuery } from '../api/getImport'
import { importKeys } from '../api/keys'
import { ImportHeader } from '../components/ImportHeader'
import { Receipt } from '../components/Receipt'
import { RunningImport } from '../components/RunningImport'
import { withLiveJob } from '../components/withLiveJob'
import classes from './page.module.css'

interface ImportPageProps {
  importId: string
  code: string | undefined
  page: number
  onView: (view: { code: string | undefined; page: number }) => void
}

/** One import at its own URL: while it runs its progress, afterwards its receipt. */
export function ImportPage({ importId, code, page, onView }: ImportPageProps) {
  const { data, error, refetch } = useQuery(importQuery(importId))
  const running = data !== undefined && !isOver(data)
  const { data: job } = useQuery({ ...jobQuery(importId), enabled: running, staleTime: Infinity })
  const connected = useWatchedJob(importId, running)
  useRefreshedWhenOver(importId, running && job !== undefined && isOver(job))

  if (isNotFound(error)) return <NoSuchImport />
  const one = data && withLiveJob(data, job)
  return (
    <div className={classes.page}>
      {one ? <ImportHeader import={one} /> : <PageHeader title="Import" tab="Import" />}
      {error && <Problem error={error} retry={refetch} />}
      {!one && !error && <Skeleton height={280} radius="lg" />}
      {one && (running ? <RunningImport import={one} connected={connected} /> : <Receipt import={one} code={code} page={page} onView={onView} />)}
    </div>
  )
}

/** The job's last event comes before the import's final counts have been asked for. */
function useRefreshedWhenOver(importId: string, over: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!over) return
    void queries.invalidateQueries({ queryKey: importKeys.one(importId) })
    void queries.invalidateQueries({ queryKey: importKeys.lists })
    void queries.invalidateQueries({ queryKey: ['products'] })
  }, [importId, over, queries])
}

function NoSuchImport() {
  return (
    <div className={classes.page}>
      <PageHeader title="There is no such import" tab="No such import" />
      <Card>
        <EmptyState icon={IconFileOff} title="Nothing was imported under this address" actions={<LinkButton to="/upload">See all imports</LinkButton>}>
          Check that the address was copied whole.
        </EmptyState>
      </Card>
    </div>
  )
}
