export const webhookKeys = {
  lists: ['webhooks', 'list'] as const,
  list: (page: number, limit: number) => ['webhooks', 'list', page, limit] as const,
  one: (id: string) => ['webhooks', 'one', id] as const,
  stats: (id: string, hours: number, buckets: number) => ['webhooks', 'stats', id, hours, buckets] as const,
  deliveries: (id: string) => ['webhooks', 'deliveries', id] as const,
  eachDelivery: ['webhooks', 'delivery'] as const,
  delivery: (id: string) => ['webhooks', 'delivery', id] as const,
  secret: (id: string) => ['webhooks', 'secret', id] as const,
  eventTypes: ['webhooks', 'event types'] as const,
}
