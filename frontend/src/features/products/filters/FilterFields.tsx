import { Button, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'

import type { ProductsSearch } from '../search'
import classes from './Filters.module.css'

interface TextFilterProps {
  label: string
  value: string | undefined
  onApply: (value: string) => void
  onDone: () => void
}

export function TextFilter({ label, value = '', onApply, onDone }: TextFilterProps) {
  const [text, setText] = useState(value)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onApply(text.trim())
    onDone()
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput label={label} data-autofocus value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Button type="submit" size="xs">
        Apply
      </Button>
    </form>
  )
}

interface PriceFilterProps {
  search: ProductsSearch
  onApply: (range: Pick<ProductsSearch, 'price_min' | 'price_max'>) => void
  onDone: () => void
}

const PRICE = /^\d{1,10}(\.\d{1,4})?$/
const HOW = 'Write it like 12.50'

export function PriceFilter({ search, onApply, onDone }: PriceFilterProps) {
  const [from, setFrom] = useState(search.price_min ?? '')
  const [to, setTo] = useState(search.price_max ?? '')
  const [tried, setTried] = useState(false)
  const wrong = (text: string) => (tried && text.trim() !== '' && !PRICE.test(text.trim()) ? HOW : undefined)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if ([from, to].some((text) => text.trim() !== '' && !PRICE.test(text.trim()))) return
    onApply({ price_min: from.trim(), price_max: to.trim() })
    onDone()
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <div className={classes.range}>
        <TextInput label="From" inputMode="decimal" data-autofocus value={from} error={wrong(from)} onChange={(event) => setFrom(event.currentTarget.value)} />
        <TextInput label="Up to" inputMode="decimal" value={to} error={wrong(to)} onChange={(event) => setTo(event.currentTarget.value)} />
      </div>
      <Button type="submit" size="xs">
        Apply
      </Button>
    </form>
  )
}
