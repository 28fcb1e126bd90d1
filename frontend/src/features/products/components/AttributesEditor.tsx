import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useId } from 'react'

import type { AttributeDraft } from '../form/draft'
import classes from './AttributesEditor.module.css'

interface AttributesEditorProps {
  attributes: AttributeDraft[]
  problem: string | undefined
  onAttributes: (attributes: AttributeDraft[]) => void
}

/** Names and values beside the fixed fields; a blank value is the same as none. */
export function AttributesEditor({ attributes, problem, onAttributes }: AttributesEditorProps) {
  const heading = useId()
  const change = (id: number, part: Partial<AttributeDraft>) =>
    onAttributes(attributes.map((one) => (one.id === id ? { ...one, ...part } : one)))
  const add = () => onAttributes([...attributes, { id: 1 + Math.max(-1, ...attributes.map(({ id }) => id)), name: '', value: '' }])
  return (
    <div role="group" aria-labelledby={heading} className={classes.editor}>
      <h3 id={heading} className={classes.heading}>
        Attributes
      </h3>
      {attributes.map(({ id, name, value }, index) => (
        <div key={id} className={classes.row}>
          <TextInput aria-label={`Name of attribute ${index + 1}`} placeholder="Name" value={name} onChange={(event) => change(id, { name: event.currentTarget.value })} />
          <TextInput
            aria-label={name.trim() === '' ? `Value of attribute ${index + 1}` : `Value of ${name}`}
            placeholder="Value"
            value={value}
            onChange={(event) => change(id, { value: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={name.trim() === '' ? `Remove attribute ${index + 1}` : `Remove ${name}`}
            onClick={() => onAttributes(attributes.filter((one) => one.id !== id))}
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
        Add an attribute
      </Button>
    </div>
  )
}
