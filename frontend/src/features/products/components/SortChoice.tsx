import { NativeSelect } from '@mantine/core'

import { DEFAULT_SORT, type ProductsSearch, type Sort } from '../search'
import classes from './SortChoice.module.css'

const CHOICES: { value: Sort; label: string }[] = [
  { value: '-created_at', label: 'Newest first' },
  { value: '-updated_at', label: 'Changed last' },
  { value: 'sku', label: 'SKU' },
  { value: 'name', label: 'Name' },
  { value: 'price', label: 'Cheapest first' },
  { value: '-price', label: 'Dearest first' },
  { value: '-deleted_at', label: 'Deleted last' },
]

/** The order of the cards, which have no headers to choose it by. */
export function SortChoice({ search, onSearch }: { search: ProductsSearch; onSearch: (search: ProductsSearch) => void }) {
  const sort = search.sort ?? DEFAULT_SORT
  const offered = CHOICES.filter(({ value }) => value !== '-deleted_at' || search.trashed)
  const data = offered.some(({ value }) => value === sort) ? offered : [...offered, { value: sort, label: 'As in the grid' }]
  return (
    <NativeSelect
      size="xs"
      className={classes.sort}
      aria-label="Order"
      value={sort}
      data={data}
      onChange={(event) => onSearch({ ...search, sort: event.currentTarget.value as Sort, page: undefined })}
    />
  )
}
