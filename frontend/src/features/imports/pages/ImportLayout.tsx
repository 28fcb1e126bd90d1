import { Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconFileOff } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'

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
import { ImportContext } from '../components/importContext'
import { ImportHeader } from '../components/ImportHeader'
import { ImportTabs } from '../components/ImportTabs'
import { withLiveJob } from '../components/withLiveJob'
import classes from '@/components/Page.module.css'

/** One import at its own URL, with what it would change, what came of it, and its undo each at one of their own. */
export function ImportLayout({ importId, children }: { importId: string; children: ReactNode }) {
  const { data, error, refetch } = useQuery(importQuery(importId))
  const running = data !== undefined && !isOver(data)
  const { data: job } = useQuery({ ...jobQuery(importId), enabled: running, staleTime: Infinity })
  const connected = useWatchedJob(importId, running)
  const one = data && withLiveJob(data, job)
  useRefreshed(importId, running ? one?.status : undefined)

  if (isNotFound(error)) return <NoSuchImport />
  return (
    <div className={classes.page}>
      {one ? <ImportHeader import={one} /> : <PageHeader title="Import" tab="Import" />}
      {one && <ImportTabs import={one} />}
      {error && <Problem error={error} retry={refetch} />}
      {!one && !error && <Skeleton height={280} radius="lg" />}
      {one && <ImportContext value={{ import: one, connected }}>{children}</ImportContext>}
    </div>
  )
}

/** The job's events come before the import's own counts and plan have been asked for. */
function useRefreshed(importId: string, status: string | undefined): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (status === undefined || status === 'queued' || status === 'running') return
    void queries.invalidateQueries({ queryKey: importKeys.one(importId) })
    void queries.invalidateQueries({ queryKey: importKeys.lists })
    if (status !== 'awaiting_confirmation') void queries.invalidateQueries({ queryKey: ['products'] })
  }, [importId, status, queries])
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
