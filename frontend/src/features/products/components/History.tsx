import { Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useId } from 'react'

import { Problem } from '@/components/Problem'

import { historyQuery } from '../api/getHistory'
import type { HistoryEntry, Product, ProductPatch, TaggedProduct } from '../api/types'
import { useUpdateProduct } from '../api/updateProduct'
import { putBack } from '../form/putBack'
import classes from './History.module.css'
import { HistoryItem } from './HistoryItem'

interface HistoryProps {
  tagged: TaggedProduct
  /** While the form holds edits, nothing is put back under them. */
  locked?: boolean
  /** Undefined where nothing can be put back: a product in the trash is only read. */
  onPutBack?: (current: Product) => void
}

/** What happened to a product, the newest first, and the way back from each change. */
export function History({ tagged: { data: product, etag }, locked = false, onPutBack }: HistoryProps) {
  const heading = useId()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(historyQuery(product.id, etag))
  const update = useUpdateProduct(product.id)
  const change = (patch: ProductPatch) => update.mutate({ patch, etag }, { onSuccess: ({ data: current }) => onPutBack?.(current) })
  const entries = data?.pages.flatMap(({ items }) => items)
  return (
    <section className={classes.history} aria-labelledby={heading}>
      <h3 id={heading} className={classes.title}>
        History
      </h3>
      {error && <Problem error={error} retry={refetch} />}
      {update.error && <Problem error={update.error} title="It was not put back." />}
      {!data && !error && <Skeleton height={64} />}
      {entries?.length === 0 && <p className={classes.none}>Its changes are older than the history reaches back.</p>}
      <ol className={classes.entries}>
        {entries?.map((entry) => (
          <HistoryItem key={entry.id} entry={entry}>
            {onPutBack && <PutBack patch={putBack(product, entry)} entry={entry} disabled={locked || update.isPending} onPutBack={change} />}
          </HistoryItem>
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show earlier changes
        </Button>
      )}
    </section>
  )
}

interface PutBackProps {
  patch: ProductPatch | undefined
  entry: HistoryEntry
  disabled: boolean
  onPutBack: (patch: ProductPatch) => void
}

function PutBack({ patch, entry, disabled, onPutBack }: PutBackProps) {
  if (!patch) return null
  const what = entry.changes.length === 1 ? 'Put the former value back' : 'Put the former values back'
  return (
    <Button variant="default" size="compact-xs" disabled={disabled} onClick={() => onPutBack(patch)} className={classes.back}>
      {what}
    </Button>
  )
}
