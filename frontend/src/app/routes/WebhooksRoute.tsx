import { getRouteApi } from '@tanstack/react-router'

import { WebhooksPage } from '@/features/webhooks/pages/WebhooksPage'

import { ForEditors } from '../ForEditors'

const route = getRouteApi('/webhooks')

export function WebhooksRoute() {
  const { page = 1 } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <ForEditors>
      <WebhooksPage page={page} onPage={(next) => void navigate({ search: { page: next } })} />
    </ForEditors>
  )
}
