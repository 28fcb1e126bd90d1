import { createContext, use } from 'react'

import type { TaggedWebhook } from '../api/types'

export const WebhookContext = createContext<TaggedWebhook | undefined>(undefined)

/** The webhook whose page this is. */
export function useWebhook(): TaggedWebhook {
  const tagged = use(WebhookContext)
  if (!tagged) throw new Error('no WebhookLayout around this page')
  return tagged
}
