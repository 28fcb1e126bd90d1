import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconMailFast, IconMailOff } from '@tabler/icons-react'

import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { LiveMessage } from '@/components/LiveMessage'
import { Problem } from '@/components/Problem'
import { RowSkeletons } from '@/components/RowSkeletons'
import { formatCount, plural } from '@/lib/format'

import { deliveriesQuery } from '../api/deliveries'
import { useWebhook } from '../components/webhookContext'
import { DeliveryDrawer } from '../deliveries/DeliveryDrawer'
import { DeliveryFilters } from '../deliveries/DeliveryFilters'
import { DeliveryLog } from '../deliveries/DeliveryLog'
import { Replay } from '../deliveries/Replay'
import type { DeliveriesSearch } from '../deliveries/search'
import classes from './DeliveriesPage.module.css'

interface DeliveriesPageProps {
  search: DeliveriesSearch
  onSearch: (search: DeliveriesSearch) => void
  /** File names of the newest imports by their id. */
  imports: ReadonlyMap<string, string>
}

/** The log of a webhook; what is sent meanwhile shows up by itself. */
export function DeliveriesPage({ search, onSearch, imports }: DeliveriesPageProps) {
  const { data: webhook } = useWebhook()
  const { delivery, ...filter } = search
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(deliveriesQuery(webhook.id, filter))
  const deliveries = data?.pages.flatMap(({ items }) => items)
  const [first] = data?.pages ?? []
  const total = first && `${first.total_exact ? '' : 'more than '}${plural(first.total, 'delivery', 'deliveries')}`
  const filtered = filter.status !== undefined || filter.event !== undefined
  return (
    <Card
      flush
      title={
        <span className={classes.title}>
          Deliveries {first && <span className={classes.count}>{`${formatCount(first.total)}${first.total_exact ? '' : '+'}`}</span>}
        </span>
      }
      aside={
        <div className={classes.tools}>
          <DeliveryFilters search={search} onSearch={onSearch} />
          <Replay webhookId={webhook.id} imports={imports} />
        </div>
      }
    >
      {total !== undefined && <LiveMessage message={total} />}
      {error && (
        <div className={classes.notice}>
          <Problem error={error} retry={refetch} />
        </div>
      )}
      {!data && !error && <RowSkeletons rows={6} />}
      {deliveries?.length === 0 && filtered && (
        <EmptyState
          icon={IconMailOff}
          title="No delivery matches"
          actions={
            <Button variant="default" onClick={() => onSearch({})}>
              Show all deliveries
            </Button>
          }
        >
          Nothing in the log has this state and event.
        </EmptyState>
      )}
      {deliveries?.length === 0 && !filtered && (
        <EmptyState icon={IconMailFast} title="Nothing was sent yet">
          As soon as a product changes that this webhook wants to hear of, the message appears here, with what the receiver said to it. <em>Send test</em> tries
          it at once.
        </EmptyState>
      )}
      {deliveries && deliveries.length > 0 && <DeliveryLog deliveries={deliveries} search={search} />}
      {hasNextPage && (
        <div className={classes.more}>
          <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show earlier deliveries
          </Button>
        </div>
      )}
      <DeliveryDrawer delivery={delivery} imports={imports} onClose={() => onSearch(filter)} />
    </Card>
  )
}
