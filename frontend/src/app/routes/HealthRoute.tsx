import { getRouteApi } from '@tanstack/react-router'

import { HealthPage } from '@/features/webhooks/pages/HealthPage'

const route = getRouteApi('/webhooks/$webhookId/health')

export function HealthRoute() {
  const { span } = route.useSearch()
  const navigate = route.useNavigate()
  return <HealthPage span={span} onSpan={(next) => void navigate({ search: { span: next }, resetScroll: false })} />
}
