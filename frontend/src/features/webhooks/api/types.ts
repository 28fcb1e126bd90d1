import type { Schemas } from '@/lib/api/client'

export type Webhook = Schemas['WebhookView']
export type WebhookInput = Schemas['WebhookInput']
export type WebhookPatch = Schemas['WebhookPatch']
export type ImportMode = Webhook['import_mode']
export type EventType = Schemas['EventTypeView']
export type Delivery = Schemas['DeliveryView']
export type DeliveryDetail = Schemas['DeliveryDetail']
export type DeliveryStatus = Delivery['status']
export type Attempt = Schemas['AttemptView']
export type Bucket = Schemas['Bucket']

/** A webhook with the tag that a change of it must name. */
export interface TaggedWebhook {
  data: Webhook
  etag: string | null
}
