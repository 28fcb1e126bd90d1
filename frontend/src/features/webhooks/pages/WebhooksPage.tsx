import { useQuery } from '@tanstack/react-query'
import { IconPlus, IconWebhook } from '@tabler/icons-react'

import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { LinkButton } from '@/components/LinkButton'
import { PageHeader } from '@/components/PageHeader'
import { Pager } from '@/components/Pager'
import { Problem } from '@/components/Problem'
import { RowSkeletons } from '@/components/RowSkeletons'
import { plural } from '@/lib/format'

import { webhooksQuery } from '../api/listWebhooks'
import type { Webhook } from '../api/types'
import { WebhookRow } from '../components/WebhookRow'
import { stateOf } from '../components/words'
import classes from '@/components/Page.module.css'

/** Each row asks for the health of its webhook, so a page is short. */
const LIMIT = 20

interface WebhooksPageProps {
  page: number
  onPage: (page: number) => void
}

export function WebhooksPage({ page, onPage }: WebhooksPageProps) {
  const { data, error, isPending, refetch } = useQuery(webhooksQuery(page, LIMIT))
  const add = (
    <LinkButton to="/webhooks/new" leftSection={<IconPlus size={16} aria-hidden />}>
      Add a webhook
    </LinkButton>
  )
  return (
    <div className={classes.page} data-wide>
      <PageHeader title="Webhooks" tab={tabOf(data?.items ?? [])} actions={data && data.total > 0 ? add : undefined}>
        Addresses of yours that are told when products change.
      </PageHeader>
      {error && <Problem error={error} retry={refetch} />}
      {isPending && (
        <Card flush>
          <RowSkeletons rows={4} />
        </Card>
      )}
      {data?.total === 0 && (
        <Card>
          <EmptyState icon={IconWebhook} title="No webhooks yet" actions={add}>
            Give a URL of your shop or program and choose events. Whenever a product changes, by hand or in an import, a signed message is sent there, and
            tried again until it has arrived.
          </EmptyState>
        </Card>
      )}
      {data && data.items.length > 0 && (
        <Card flush>
          <ul>
            {data.items.map((webhook) => (
              <WebhookRow key={webhook.id} webhook={webhook} />
            ))}
          </ul>
          <Pager page={page} pages={data.pages ?? 1} onPage={onPage} label="Pages of webhooks" />
        </Card>
      )}
    </div>
  )
}

function tabOf(webhooks: Webhook[]): string {
  const failing = webhooks.filter((one) => ['failing', 'disabled'].includes(stateOf(one))).length
  return failing > 0 ? plural(failing, 'webhook fails', 'webhooks fail') : 'Webhooks'
}
