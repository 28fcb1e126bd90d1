import { getRouteApi, Outlet } from '@tanstack/react-router'

import { WebhookLayout } from '@/features/webhooks/pages/WebhookLayout'

import { ForEditors } from '../ForEditors'

const route = getRouteApi('/webhooks/$webhookId')

export function WebhookLayoutRoute() {
  const { webhookId } = route.useParams()
  const navigate = route.useNavigate()
  return (
    <ForEditors>
      <WebhookLayout key={webhookId} webhookId={webhookId} onDeleted={() => void navigate({ to: '/webhooks', ignoreBlocker: true })}>
        <Outlet />
      </WebhookLayout>
    </ForEditors>
  )
}
