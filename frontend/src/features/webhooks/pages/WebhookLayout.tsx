import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconWebhookOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { LinkButton } from '@/components/LinkButton'
import { PageHeader } from '@/components/PageHeader'
import { Problem } from '@/components/Problem'
import { isNotFound } from '@/lib/api/error'

import { webhookQuery } from '../api/getWebhook'
import { SendTest } from '../components/SendTest'
import { WebhookContext } from '../components/webhookContext'
import { WebhookHeader } from '../components/WebhookHeader'
import { WebhookTabs } from '../components/WebhookTabs'
import classes from '@/components/Page.module.css'

interface WebhookLayoutProps {
  webhookId: string
  onDeleted: () => void
  children: ReactNode
}

/** One webhook: its log, health, signing and settings each at a URL of its own. */
export function WebhookLayout({ webhookId, onDeleted, children }: WebhookLayoutProps) {
  const { data: tagged, error, refetch } = useQuery(webhookQuery(webhookId))
  if (isNotFound(error)) return <NoSuchWebhook />
  return (
    <div className={classes.page} data-wide>
      {tagged ? <WebhookHeader webhook={tagged.data} onDeleted={onDeleted} /> : <PageHeader title="Webhook" tab="Webhook" />}
      {error && <Problem error={error} retry={refetch} />}
      {!tagged && !error && <Skeleton height={280} radius="lg" />}
      {tagged && (
        <>
          <SendTest webhook={tagged.data} />
          <WebhookTabs webhookId={webhookId} />
          <WebhookContext value={tagged}>{children}</WebhookContext>
        </>
      )}
    </div>
  )
}

function NoSuchWebhook() {
  return (
    <div className={classes.page} data-wide>
      <PageHeader title="There is no such webhook" tab="No such webhook" />
      <Card>
        <EmptyState icon={IconWebhookOff} title="Nothing is registered under this address" actions={<LinkButton to="/webhooks">See all webhooks</LinkButton>}>
          It may have been deleted, or the address was not copied whole.
        </EmptyState>
      </Card>
    </div>
  )
}
