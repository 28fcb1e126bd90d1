import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useId } from 'react'

import type { HeaderDraft } from './draft'
import classes from './HeadersEditor.module.css'

interface HeadersEditorProps {
  headers: HeaderDraft[]
  problem: string | undefined
  onHeaders: (headers: HeaderDraft[]) => void
}

/** Own headers of every message; a secret one is never shown again, and stays until it is written anew. */
export function HeadersEditor({ headers, problem, onHeaders }: HeadersEditorProps) {
  const heading = useId()
  const change = (id: number, part: Partial<HeaderDraft>) => onHeaders(headers.map((one) => (one.id === id ? { ...one, kept: false, ...part } : one)))
  const add = () => onHeaders([...headers, { id: 1 + Math.max(-1, ...headers.map(({ id }) => id)), name: '', value: '', kept: false }])
  return (
    <div role="group" aria-labelledby={heading} className={classes.editor}>
      <div>
        <h3 id={heading} className={classes.heading}>
          Headers of your own
        </h3>
        <p className={classes.meaning}>Sent with every message. The value of one such as Authorization or X-Api-Key is kept encrypted and never shown again.</p>
      </div>
      {headers.map(({ id, name, value, kept }, index) => (
        <div key={id} className={classes.row}>
          <TextInput aria-label={`Name of header ${index + 1}`} placeholder="Name" value={name} disabled={kept} onChange={(event) => change(id, { name: event.currentTarget.value })} />
          <TextInput
            aria-label={name.trim() === '' ? `Value of header ${index + 1}` : `Value of ${name}`}
            placeholder={kept ? 'Kept; write another to replace it' : 'Value'}
            autoComplete="off"
            value={value}
            onChange={(event) => change(id, { value: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={name.trim() === '' ? `Remove header ${index + 1}` : `Remove ${name}`}
            onClick={() => onHeaders(headers.filter((one) => one.id !== id))}
          >
            <IconTrash size={17} stroke={1.7} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {problem !== undefined && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <Button variant="default" size="xs" leftSection={<IconPlus size={15} aria-hidden />} className={classes.add} onClick={add}>
        Add a header
      </Button>
    </div>
  )
}
