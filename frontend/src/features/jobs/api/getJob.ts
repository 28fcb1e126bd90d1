import { queryOptions } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

import { type Job, newer } from './job'
import { jobKeys } from './keys'

export function jobQuery(id: string) {
  return queryOptions({
    queryKey: jobKeys.one(id),
    queryFn: async ({ signal, client }) => {
      const job = await unwrap(api.GET('/api/v1/jobs/{job_id}', { params: { path: { job_id: id } }, signal }))
      // The event stream may have told more while this answer was on its way.
      return newer(client.getQueryData<Job>(jobKeys.one(id)), job)
    },
  })
}
