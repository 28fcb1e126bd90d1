export { WebhookSettingsPage as WebhookSettingsRoute } from '@/features/webhooks/pages/WebhookSettingsPage'
