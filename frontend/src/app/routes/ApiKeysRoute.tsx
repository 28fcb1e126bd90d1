import { getRouteApi } from '@tanstack/react-router'

import { ApiKeysPage } from '@/features/access/pages/ApiKeysPage'
import { SettingsFrame } from '@/features/settings/components/SettingsFrame'

const route = getRouteApi('/settings/keys')

export function ApiKeysRoute() {
  const { page = 1 } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <SettingsFrame tab="API keys · Settings">
      <ApiKeysPage page={page} onPage={(next) => void navigate({ search: { page: next } })} />
    </SettingsFrame>
  )
}
