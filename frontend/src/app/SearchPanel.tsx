import { TextInput, useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'

import { useImportNames } from '@/features/imports/api/listImports'
import { productsQuery } from '@/features/products/api/listProducts'
import { download } from '@/lib/download'
import { useSession } from '@/lib/session'

import classes from './SearchEverywhere.module.css'
import { type Found, foundIn, isDownload, schemeOf } from './searchResults'

const PAUSE_MS = 120
const PRODUCTS = 6

/** The field and what it finds; arrows choose, Enter goes there or does it. */
export function SearchPanel({ onLeave }: { onLeave: () => void }) {
  const router = useRouter()
  const list = useId()
  const field = useRef<HTMLInputElement>(null)
  // Loaded after the dialog has opened, so that the dialog could not give it the focus.
  useEffect(() => field.current?.focus(), [])
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const [wanted] = useDebouncedValue(text.trim(), PAUSE_MS)
  const names = useImportNames()
  const session = useSession()
  const { data } = useQuery({ ...productsQuery({ q: wanted, limit: PRODUCTS }), enabled: wanted !== '' })
  const found = foundIn(text.trim(), { role: session?.role, logins: session?.auth === 'required' }, wanted === '' ? [] : (data?.items ?? []), names)
  const at = Math.min(chosen, found.length - 1)

  const go = ({ to }: Found) => {
    onLeave()
    const scheme = schemeOf(to)
    if (scheme) setColorScheme(scheme)
    else if (isDownload(to)) void download(to)
    else router.history.push(to)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setChosen((at + step + found.length) % Math.max(1, found.length))
    }
    const one = found[at]
    if (event.key === 'Enter' && one) go(one)
  }

  return (
    <div className={classes.panel}>
      <TextInput
        ref={field}
        role="combobox"
        aria-label="Search products, imports, pages and actions"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={found.length > 0 ? `${list}-${at}` : undefined}
        placeholder="A SKU, a name, a file, a page, an action"
        leftSection={<IconSearch size={16} aria-hidden />}
        size="md"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setChosen(0)
        }}
        onKeyDown={press}
      />
      <div className={classes.list} id={list} role="listbox" aria-label="Found">
        {found.map((one, index) => (
          // The field keeps the focus and hears the keys.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={one.to}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes.found}
            onClick={() => go(one)}
            onMouseMove={() => setChosen(index)}
          >
            <span className={classes.title}>{one.title}</span>
            <span className={classes.kind}>{one.kind}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={classes.loading}>Nothing is called that.</p>}
    </div>
  )
}
