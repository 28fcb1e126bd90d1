import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'

import classes from './SearchBox.module.css'

const PAUSE_MS = 250

interface SearchBoxProps {
  value: string
  className?: string | undefined
  onSearch: (value: string) => void
}

/** Searches when the typing pauses; follows the URL when that changes without it (back, cleared filters). */
export function SearchBox({ value, className, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  const searchSoon = useDebouncedCallback((next: string) => onSearch(next.trim()), PAUSE_MS)
  if (value !== known) {
    setKnown(value)
    if (value !== text.trim()) setText(value)
  }
  const change = (next: string) => {
    setText(next)
    searchSoon(next)
  }
  return (
    <TextInput
      className={[classes.box, className].join(' ')}
      type="search"
      aria-label="Search products"
      placeholder="Search SKU, name, description"
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text === '' ? null : <CloseButton size="sm" aria-label="Clear the search" onClick={() => change('')} />}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}
