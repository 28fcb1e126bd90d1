import { getRouteApi } from '@tanstack/react-router'

import { UploadPage } from '@/features/imports/pages/UploadPage'

const route = getRouteApi('/upload')

export function UploadRoute() {
  const { page = 1 } = route.useSearch()
  const navigate = route.useNavigate()
  return <UploadPage page={page} onPage={(next) => void navigate({ search: { page: next }, resetScroll: false })} />
}
