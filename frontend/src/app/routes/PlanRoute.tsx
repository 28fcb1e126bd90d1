import { getRouteApi } from '@tanstack/react-router'

import { PlanPage } from '@/features/imports/pages/PlanPage'
import { readFilter } from '@/features/imports/plan/planView'

const route = getRouteApi('/imports/$importId/plan')

export function PlanRoute() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <PlanPage
      filter={readFilter(search)}
      page={search.page ?? 1}
      code={search.reason}
      onFilter={({ show, field }) => void navigate({ search: { show, field }, resetScroll: false })}
      onView={({ code, page }) => void navigate({ search: { ...search, reason: code, page }, resetScroll: false })}
    />
  )
}
