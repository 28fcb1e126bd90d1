import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'

import { api, unwrap, unwrapTagged } from '@/lib/api/client'

import { webhookKeys } from './keys'
import { keepSecret } from './secret'
import type { TaggedWebhook, WebhookInput, WebhookPatch } from './types'

export function useCreateWebhook() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: WebhookInput) => unwrap(api.POST('/api/v1/webhooks', { body })),
    onSuccess: ({ id, secret }) => {
      keepSecret(queries, id, secret)
      void queries.invalidateQueries({ queryKey: webhookKeys.lists })
    },
  })
}

export interface Change {
  patch: WebhookPatch
  etag?: string | null
}

/** Changes the fields that are given, of the version that was read where it names one; 412 when that is gone. */
export function useChangeWebhook(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ patch, etag }: Change) =>
      unwrapTagged(
        api.PATCH('/api/v1/webhooks/{webhook_id}', { params: { path: { webhook_id: id }, header: { 'if-match': etag ?? undefined } }, body: patch }),
      ),
    onSuccess: (changed) => told(queries, id, changed),
  })
}

export function useDeleteWebhook() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/webhooks/{webhook_id}', { params: { path: { webhook_id: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: webhookKeys.lists }),
  })
}

/** Another secret, one's own or one that is made; the former one signs beside it for a day. */
export function useRotateSecret(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (secret: string | undefined) =>
      unwrapTagged(api.POST('/api/v1/webhooks/{webhook_id}/rotate-secret', { params: { path: { webhook_id: id } }, body: { secret } })),
    onSuccess: ({ data: { secret, ...data }, etag }) => {
      keepSecret(queries, id, secret)
      told(queries, id, { data, etag })
    },
  })
}

function told(queries: QueryClient, id: string, changed: TaggedWebhook): void {
  queries.setQueryData<TaggedWebhook>(webhookKeys.one(id), changed)
  void queries.invalidateQueries({ queryKey: webhookKeys.lists })
  void queries.invalidateQueries({ queryKey: webhookKeys.deliveries(id) })
}
