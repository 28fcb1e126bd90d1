import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { eventTypesQuery } from '../api/eventTypes'
import type { DeliveryStatus } from '../api/types'
import type { DeliveriesSearch } from './search'
import { STATUS_WORDS } from './words'

const BATCH = 'product.batch'

interface DeliveryFiltersProps {
  search: DeliveriesSearch
  onSearch: (search: DeliveriesSearch) => void
}

export function DeliveryFilters({ search, onSearch }: DeliveryFiltersProps) {
  const { data: types = [] } = useQuery(eventTypesQuery)
  const events = [...types.map(({ name }) => name), BATCH]
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label="State"
        value={search.status ?? ''}
        data={[{ value: '', label: 'All' }, ...Object.entries(STATUS_WORDS).map(([value, label]) => ({ value, label }))]}
        onChange={(value) => onSearch({ ...search, status: value === '' ? undefined : (value as DeliveryStatus) })}
      />
      <NativeSelect
        size="xs"
        aria-label="Event"
        value={search.event ?? ''}
        data={[{ value: '', label: 'All events' }, ...events]}
        onChange={({ currentTarget: { value } }) => onSearch({ ...search, event: value === '' ? undefined : value })}
      />
    </>
  )
}
