import { Button, SegmentedControl } from '@mantine/core'

import { filtered, isFiltered, type ProductsSearch, unfiltered } from '../search'
import { FilterChip } from './FilterChip'
import { PriceFilter, TextFilter } from './FilterFields'
import classes from './Filters.module.css'
import { extraFilters } from './filterWords'
import { MoreFilters } from './MoreFilters'
import { SetFilter } from './SetFilter'

interface FiltersProps {
  search: ProductsSearch
  attributeNames: string[]
  onSearch: (search: ProductsSearch) => void
}

/** What narrows the list, each as a chip; all of it stands in the address. */
export function Filters({ search, attributeNames, onSearch }: FiltersProps) {
  const change = (part: Partial<ProductsSearch>) => onSearch(filtered(search, part))
  const clear = (...names: (keyof ProductsSearch)[]) => change(Object.fromEntries(names.map((name) => [name, undefined])))
  return (
    <div className={classes.filters} role="group" aria-label="Filters">
      <FilterChip label="State" value={stateOf(search.active)} onClear={() => clear('active')}>
        {(close) => (
          <SegmentedControl
            fullWidth
            aria-label="State"
            value={stateOf(search.active) ?? 'any'}
            data={['any', 'active', 'inactive']}
            onChange={(next) => {
              change({ active: next === 'any' ? undefined : next === 'active' })
              close()
            }}
          />
        )}
      </FilterChip>
      <FilterChip label="SKU" value={search.sku} onClear={() => clear('sku')}>
        {(close) => <TextFilter label="SKU contains" value={search.sku} onApply={(sku) => change({ sku })} onDone={close} />}
      </FilterChip>
      <FilterChip label="Name" value={search.name} onClear={() => clear('name')}>
        {(close) => <TextFilter label="Name contains" value={search.name} onApply={(name) => change({ name })} onDone={close} />}
      </FilterChip>
      <FilterChip label="Price" value={rangeOf(search)} onClear={() => clear('price_min', 'price_max')}>
        {(close) => <PriceFilter search={search} onApply={change} onDone={close} />}
      </FilterChip>
      {extraFilters(search).map(({ id, label, value, without }) => (
        <SetFilter key={id} label={label} value={value} onClear={() => change(without)} />
      ))}
      <MoreFilters search={search} attributeNames={attributeNames} onSearch={onSearch} />
      {isFiltered(search) && (
        <Button variant="subtle" size="compact-sm" color="gray" onClick={() => onSearch(unfiltered(search))}>
          Clear all
        </Button>
      )}
    </div>
  )
}

function stateOf(active: boolean | undefined): string | undefined {
  if (active === undefined) return undefined
  return active ? 'active' : 'inactive'
}

function rangeOf({ price_min: from, price_max: to }: ProductsSearch): string | undefined {
  if (from !== undefined && to !== undefined) return `${from} to ${to}`
  if (from !== undefined) return `from ${from}`
  return to === undefined ? undefined : `up to ${to}`
}
