import { useNavigate } from '@tanstack/react-router'

import { NewWebhookPage } from '@/features/webhooks/pages/NewWebhookPage'

export function NewWebhookRoute() {
  const navigate = useNavigate()
  return <NewWebhookPage onCreated={(webhookId) => void navigate({ to: '/webhooks/$webhookId/signing', params: { webhookId }, ignoreBlocker: true })} />
}
