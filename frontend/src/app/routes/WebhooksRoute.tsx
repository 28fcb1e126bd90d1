import { getRouteApi } from '@tanstack/react-router'

import { WebhooksPage } from '@/features/webhooks/pages/WebhooksPage'

const route = getRouteApi('/webhooks')

export function WebhooksRoute() {
  const { page = 1 } = route.useSearch()
  const navigate = route.useNavigate()
  return <WebhooksPage page={page} onPage={(next) => void navigate({ search: { page: next } })} />
}
