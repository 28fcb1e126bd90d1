import { useNavigate } from '@tanstack/react-router'

import { NewWebhookPage } from '@/features/webhooks/pages/NewWebhookPage'

import { ForEditors } from '../ForEditors'

export function NewWebhookRoute() {
  const navigate = useNavigate()
  return (
    <ForEditors>
      <NewWebhookPage onCreated={(webhookId) => void navigate({ to: '/webhooks/$webhookId/signing', params: { webhookId }, ignoreBlocker: true })} />
    </ForEditors>
  )
}
