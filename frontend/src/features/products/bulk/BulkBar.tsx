import { Button, CloseButton } from '@mantine/core'
import { useState } from 'react'

import { Problem } from '@/components/Problem'
import { formatCount, plural } from '@/lib/format'

import { type BulkAction, type BulkChange, type BulkValues, useBulkChange } from '../api/bulk'
import { filterBody } from '../api/query'
import { isFiltered, type ProductsSearch } from '../search'
import classes from './BulkBar.module.css'
import { BulkQuestion } from './BulkQuestion'
import { SetValues } from './SetValues'
import { NOTHING, type Selection } from './useSelection'
import { ACTION_WORDS } from './words'

const LIVE: BulkAction[] = ['activate', 'deactivate', 'set', 'delete']
const TRASHED: BulkAction[] = ['restore', 'purge']
/** These ask first. */
const ASKING = new Set<BulkAction>(['delete', 'purge'])
const MOST_IDS = 10_000

interface BulkBarProps {
  search: ProductsSearch
  total: number
  exact: boolean
  attributeNames: string[]
  selection: Selection
  onSelection: (selection: Selection) => void
  onBegun: (jobId: string) => void
}

/** What can be done to the selected products, and the way from this page to all that match. */
export function BulkBar({ search, total, exact, attributeNames, selection, onSelection, onBegun }: BulkBarProps) {
  const [asked, setAsked] = useState<BulkAction>()
  const bulk = useBulkChange()
  const about = selection.all && !exact ? 'about ' : ''
  const count = selection.all ? total : selection.ids.size
  const products = `${about}${plural(count, 'product')}`
  const everything = selection.all && !isFiltered(search)
  const tooMany = !selection.all && count > MOST_IDS

  const begin = (action: BulkAction, values?: BulkValues) => {
    const which: Partial<BulkChange> = selection.all ? { filter: filterBody(search), confirm: everything ? 'all' : undefined } : { ids: [...selection.ids] }
    bulk.mutate({ action, values, ...which }, {
      onSuccess: ({ id }) => {
        setAsked(undefined)
        onSelection(NOTHING)
        onBegun(id)
      },
    })
  }
  const choose = (action: BulkAction) => {
    bulk.reset()
    if (action === 'set' || ASKING.has(action) || everything) setAsked(action)
    else begin(action)
  }
  return (
    <section className={classes.bar} aria-label="Selected products">
      <p className={classes.count} role="status">
        <strong>
          {selection.all && 'All '}
          {about}
          {formatCount(count)} selected
        </strong>
      </p>
      {!selection.all && total > count && (
        <Button size="compact-sm" variant="subtle" onClick={() => onSelection({ ids: new Set(), all: true })}>
          Select all {exact ? '' : 'about '}
          {formatCount(total)} that match
        </Button>
      )}
      <div className={classes.actions}>
        {(search.trashed === 'only' ? TRASHED : LIVE).map((action) => (
          <Button
            key={action}
            size="xs"
            variant="default"
            data-danger={ASKING.has(action) || undefined}
            className={classes.action}
            disabled={tooMany}
            loading={bulk.isPending && bulk.variables.action === action && asked === undefined}
            onClick={() => choose(action)}
          >
            {ACTION_WORDS[action]}
          </Button>
        ))}
      </div>
      <CloseButton aria-label="Select nothing" className={classes.close} onClick={() => onSelection(NOTHING)} />
      {tooMany && <p className={classes.problem}>More than {formatCount(MOST_IDS)} cannot be chosen one by one. Narrow the list by filters and select all that match.</p>}
      {bulk.error && asked === undefined && <Problem error={bulk.error} />}
      {asked === 'set' && (
        <SetValues
          products={products}
          everything={everything}
          attributeNames={attributeNames}
          busy={bulk.isPending}
          error={bulk.error}
          onSet={(values) => begin('set', values)}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked !== undefined && asked !== 'set' && (
        <BulkQuestion
          action={asked}
          products={products}
          everything={everything}
          busy={bulk.isPending}
          error={bulk.error}
          onYes={() => begin(asked)}
          onNo={() => setAsked(undefined)}
        />
      )}
    </section>
  )
}
