import { getRouteApi, Outlet } from '@tanstack/react-router'

import { ImportLayout } from '@/features/imports/pages/ImportLayout'

const route = getRouteApi('/imports/$importId')

export function ImportLayoutRoute() {
  const { importId } = route.useParams()
  return (
    <ImportLayout key={importId} importId={importId}>
      <Outlet />
    </ImportLayout>
  )
}
