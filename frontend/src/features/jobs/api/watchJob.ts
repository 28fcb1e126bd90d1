import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import type { Schemas } from '@/lib/api/client'

import { isOver, type Job, newer } from './job'
import { jobKeys } from './keys'

const AGAIN_MS = 2000

/**
 * Keeps the cached job up to date from its event stream until it is over.
 * Returns false while the connection is lost; the browser and this hook keep trying.
 */
export function useWatchedJob(id: string, enabled: boolean): boolean {
  const queries = useQueryClient()
  const [connected, setConnected] = useState(true)

  useEffect(() => {
    if (!enabled) return
    return watch(id, {
      onJob: (job) => {
        setConnected(true)
        queries.setQueryData<Job>(jobKeys.one(id), (known) => newer(known, job))
        queries.setQueriesData<JobPage>({ queryKey: jobKeys.lists }, (page) => page && withJob(page, job))
        if (isOver(job)) void queries.invalidateQueries({ queryKey: jobKeys.lists })
      },
      onLost: () => setConnected(false),
      onRefused: () => void queries.invalidateQueries({ queryKey: jobKeys.one(id) }),
    })
  }, [id, enabled, queries])

  return connected
}

type JobPage = Schemas['Page_JobView_']

function withJob(page: JobPage, job: Job): JobPage {
  return { ...page, items: page.items.map((one) => (one.id === job.id ? newer(one, job) : one)) }
}

interface Watcher {
  onJob: (job: Job) => void
  onLost: () => void
  /** The server ended the stream for good: the job is over, or gone. */
  onRefused: () => void
}

function watch(id: string, watcher: Watcher): () => void {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined

  function open() {
    source = new EventSource(`/api/v1/jobs/${id}/events`)
    source.addEventListener('job', (event: MessageEvent<string>) => {
      const job = JSON.parse(event.data) as Job
      // Left open, EventSource would ask again after the last event.
      if (isOver(job)) source.close()
      watcher.onJob(job)
    })
    source.onerror = () => {
      watcher.onLost()
      if (source.readyState !== EventSource.CLOSED) return
      watcher.onRefused()
      timer = setTimeout(open, AGAIN_MS)
    }
  }

  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}
