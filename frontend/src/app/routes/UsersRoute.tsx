import { getRouteApi } from '@tanstack/react-router'

import { UsersPage } from '@/features/access/pages/UsersPage'
import { SettingsFrame } from '@/features/settings/components/SettingsFrame'

const route = getRouteApi('/settings/users')

export function UsersRoute() {
  const { page = 1 } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <SettingsFrame tab="Users · Settings">
      <UsersPage page={page} onPage={(next) => void navigate({ search: { page: next } })} />
    </SettingsFrame>
  )
}
