import { getRouteApi } from '@tanstack/react-router'

import { ImportPage } from '@/features/imports/pages/ImportPage'

const route = getRouteApi('/imports/$importId/')

export function ImportRoute() {
  const { page = 1, reason } = route.useSearch()
  const navigate = route.useNavigate()
  return <ImportPage code={reason} page={page} onView={(view) => void navigate({ search: { reason: view.code, page: view.page }, resetScroll: false })} />
}
