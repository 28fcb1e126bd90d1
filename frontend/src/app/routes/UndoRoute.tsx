import { getRouteApi } from '@tanstack/react-router'

import { UndoPage } from '@/features/imports/pages/UndoPage'

const route = getRouteApi('/imports/$importId/undo')

export function UndoRoute() {
  const { page = 1 } = route.useSearch()
  const navigate = route.useNavigate()
  return <UndoPage page={page} onPage={(next) => void navigate({ search: { page: next }, resetScroll: false })} />
}
