import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'

import { Problem } from '@/components/Problem'
import { Question } from '@/components/Question'

import { useDeleteWebhook } from '../api/changeWebhook'
import type { Webhook } from '../api/types'
import { nameOf } from './words'

interface DeleteWebhookProps {
  webhook: Webhook
  onDeleted: () => void
}

export function DeleteWebhook({ webhook, onDeleted }: DeleteWebhookProps) {
  const [asking, setAsking] = useState(false)
  const remove = useDeleteWebhook()
  const name = nameOf(webhook)
  const confirm = () =>
    remove.mutate(webhook.id, {
      onSuccess: () => {
        notifications.show({ message: `The webhook ${name} was deleted.` })
        onDeleted()
      },
    })
  return (
    <>
      <Button variant="subtle" color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setAsking(true)}>
        Delete
      </Button>
      {asking && (
        <Question title={`Delete ${name}?`} no="Keep it" onNo={() => setAsking(false)} yes="Delete webhook" onYes={confirm} busy={remove.isPending}>
          <p>
            Nothing more is sent to {webhook.url}. Its secret and the log of its deliveries are deleted with it, which cannot be undone.
            To stop for a while, turn it off instead.
          </p>
          {remove.error && <Problem error={remove.error} title="It was not deleted." />}
        </Question>
      )}
    </>
  )
}
