import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'

import { isFiltered, type LogSearch } from './search'
import classes from './LogFilters.module.css'
import { EVENT_WORDS, isEventName } from './words'

interface LogFiltersProps {
  search: LogSearch
  onSearch: (search: LogSearch) => void
}

/** Which events; a text is looked for as a whole, once it has been written out. */
export function LogFilters({ search, onSearch }: LogFiltersProps) {
  const narrow = (part: LogSearch) => onSearch({ ...search, ...part, page: undefined })
  return (
    <div className={classes.filters} role="group" aria-label="Filters">
      <NativeSelect
        size="xs"
        label="Event"
        value={search.event ?? ''}
        data={[{ value: '', label: 'All events' }, ...Object.entries(EVENT_WORDS).map(([value, label]) => ({ value, label }))]}
        onChange={({ currentTarget: { value } }) => narrow({ event: isEventName(value) ? value : undefined })}
      />
      <TextFilter key={`by ${search.actor ?? ''}`} label="Done by" placeholder="owner@example.com" value={accountOf(search.actor)} onValue={(text) => narrow({ actor: actorOf(text) })} />
      <TextFilter key={`about ${search.subject ?? ''}`} label="About" placeholder="an account or a key" value={search.subject ?? ''} onValue={(text) => narrow({ subject: text.toLowerCase() })} />
      <TextFilter key={`from ${search.address ?? ''}`} label="From address" placeholder="192.0.2.7" value={search.address ?? ''} onValue={(address) => narrow({ address })} />
      {isFiltered(search) && (
        <button type="button" className={classes.clear} onClick={() => onSearch({})}>
          Clear all
        </button>
      )}
    </div>
  )
}

interface TextFilterProps {
  label: string
  placeholder: string
  value: string
  onValue: (value: string) => void
}

function TextFilter({ label, placeholder, value, onValue }: TextFilterProps) {
  const [text, setText] = useState(value)
  const take = () => {
    if (text.trim() !== value) onValue(text.trim())
  }
  return (
    <TextInput
      size="xs"
      label={label}
      placeholder={placeholder}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
      }}
    />
  )
}

/** People are written by their address; what is none, such as `stranger`, stands for itself. */
function actorOf(text: string): string | undefined {
  if (text === '') return undefined
  return text.includes('@') && !text.includes(':') ? `user:${text.toLowerCase()}` : text
}

function accountOf(actor = ''): string {
  return actor.replace(/^user:/, '')
}
