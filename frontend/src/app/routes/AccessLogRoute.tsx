import { getRouteApi } from '@tanstack/react-router'

import { AccessLogPage } from '@/features/access/pages/AccessLogPage'
import { SettingsFrame } from '@/features/settings/components/SettingsFrame'

const route = getRouteApi('/settings/access-log')

export function AccessLogRoute() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <SettingsFrame tab="Access log · Settings">
      <AccessLogPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />
    </SettingsFrame>
  )
}
