import { getRouteApi } from '@tanstack/react-router'

import { useImportNames } from '@/features/imports/api/listImports'
import { JobsPage } from '@/features/jobs/pages/JobsPage'

const route = getRouteApi('/jobs')

export function JobsRoute() {
  const { page = 1 } = route.useSearch()
  const navigate = route.useNavigate()
  const names = useImportNames()
  return <JobsPage page={page} onPage={(next) => void navigate({ search: { page: next } })} names={names} />
}
