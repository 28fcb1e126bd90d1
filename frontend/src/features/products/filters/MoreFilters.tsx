import { Button, NativeSelect, Popover, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type SubmitEvent, useId, useState } from 'react'

import { filtered, type ProductsSearch } from '../search'
import { withField } from './filterWords'
import chip from './FilterChip.module.css'
import classes from './Filters.module.css'

const KINDS = [
  { value: 'attribute', label: 'Attribute is' },
  { value: 'empty', label: 'Is empty' },
  { value: 'filled', label: 'Is filled' },
  { value: 'description', label: 'Description contains' },
  { value: 'created_after', label: 'Created since' },
  { value: 'updated_after', label: 'Changed since' },
]

interface MoreFiltersProps {
  search: ProductsSearch
  attributeNames: string[]
  onSearch: (search: ProductsSearch) => void
}

/** The filters that are needed less often, added one at a time. */
export function MoreFilters(props: MoreFiltersProps) {
  const [open, setOpen] = useState(false)
  return (
    <span className={chip.chip}>
      <Popover opened={open} onChange={setOpen} position="bottom-start" width={280} trapFocus shadow="md" offset={6}>
        <Popover.Target>
          <button type="button" className={chip.open} onClick={() => setOpen(!open)}>
            <IconPlus size={14} aria-hidden /> Filter
          </button>
        </Popover.Target>
        <Popover.Dropdown>{open && <MoreFilterForm {...props} onDone={() => setOpen(false)} />}</Popover.Dropdown>
      </Popover>
    </span>
  )
}

function MoreFilterForm({ search, attributeNames, onSearch, onDone }: MoreFiltersProps & { onDone: () => void }) {
  const [kind, setKind] = useState('attribute')
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const names = useId()
  const wantsName = kind === 'attribute'
  const wantsField = kind === 'empty' || kind === 'filled'

  const change = (): Partial<ProductsSearch> => {
    if (wantsName) return { [`attributes.${name.trim()}`]: value }
    if (kind === 'empty' || kind === 'filled') return withField(search, kind, value || 'price')
    return { [kind]: value.trim() }
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if ((value === '' && !wantsField) || (wantsName && name.trim() === '')) return
    onSearch(filtered(search, change()))
    onDone()
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <NativeSelect
        label="Only products whose"
        data-autofocus
        value={kind}
        data={KINDS}
        onChange={(event) => {
          setKind(event.currentTarget.value)
          setValue('')
        }}
      />
      {wantsName && (
        <>
          <TextInput label="Attribute" list={names} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <datalist id={names}>
            {attributeNames.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </>
      )}
      {wantsField ? (
        <NativeSelect label="Field" value={value} onChange={(event) => setValue(event.currentTarget.value)} data={fieldChoices(attributeNames)} />
      ) : (
        <TextInput
          label={kind.endsWith('_after') ? 'Day' : wantsName ? 'Value' : 'Text'}
          type={kind.endsWith('_after') ? 'date' : 'text'}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      )}
      <Button type="submit" size="xs">
        Apply
      </Button>
    </form>
  )
}

function fieldChoices(attributeNames: string[]) {
  const attributes = attributeNames.map((name) => ({ value: `attributes.${name}`, label: name }))
  return [{ value: 'price', label: 'Price' }, { value: 'description', label: 'Description' }, ...(attributes.length > 0 ? [{ group: 'Attributes', items: attributes }] : [])]
}
