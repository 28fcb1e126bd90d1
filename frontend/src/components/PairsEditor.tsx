import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useId } from 'react'

import type { Pair } from './pairs'
import classes from './PairsEditor.module.css'

interface PairsEditorProps {
  heading: string
  /** What they are for, where the heading does not say it. */
  meaning?: string
  /** One of them, as `an attribute`. */
  one: string
  pairs: Pair[]
  problem: string | undefined
  onPairs: (pairs: Pair[]) => void
}

/** Names and values of one's own beside the fixed fields. */
export function PairsEditor({ heading, meaning, one, pairs, problem, onPairs }: PairsEditorProps) {
  const headingId = useId()
  const noun = one.replace(/^an? /, '')
  const change = (id: number, part: Partial<Pair>) => onPairs(pairs.map((pair) => (pair.id === id ? { ...pair, kept: false, ...part } : pair)))
  const add = () => onPairs([...pairs, { id: 1 + Math.max(-1, ...pairs.map(({ id }) => id)), name: '', value: '' }])
  return (
    <div role="group" aria-labelledby={headingId} className={classes.editor}>
      <div>
        <h3 id={headingId} className={classes.heading}>
          {heading}
        </h3>
        {meaning !== undefined && <p className={classes.meaning}>{meaning}</p>}
      </div>
      {pairs.map(({ id, name, value, kept = false }, index) => (
        <div key={id} className={classes.row}>
          <TextInput aria-label={`Name of ${noun} ${index + 1}`} placeholder="Name" value={name} disabled={kept} onChange={(event) => change(id, { name: event.currentTarget.value })} />
          <TextInput
            aria-label={name.trim() === '' ? `Value of ${noun} ${index + 1}` : `Value of ${name}`}
            placeholder={kept ? 'Kept; write another to replace it' : 'Value'}
            autoComplete="off"
            value={value}
            onChange={(event) => change(id, { value: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={name.trim() === '' ? `Remove ${noun} ${index + 1}` : `Remove ${name}`}
            onClick={() => onPairs(pairs.filter((pair) => pair.id !== id))}
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
        Add {one}
      </Button>
    </div>
  )
}
