import { getRouteApi } from '@tanstack/react-router'

import { ImportPage } from '@/features/imports/pages/ImportPage'

const route = getRouteApi('/imports/$importId/')

export function ImportRoute() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <ImportPage
      code={search.reason}
      page={search.page ?? 1}
      onView={({ code, page }) => void navigate({ search: { ...search, reason: code, page }, resetScroll: false })}
      driftPage={search.drift ?? 1}
      onDriftPage={(drift) => void navigate({ search: { ...search, drift }, resetScroll: false })}
    />
  )
}
