import { Button, Modal, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { type SubmitEvent, useId, useState } from 'react'

import { DIALOG } from '@/components/dialog'
import { Problem } from '@/components/Problem'

import type { BulkValues } from '../api/bulk'
import { fieldProblemsOf } from '../components/saveProblems'
import classes from './BulkBar.module.css'
import { EverythingWord, isWord } from './EverythingWord'

const FIELDS = [
  { value: 'price', label: 'Price' },
  { value: 'active', label: 'Active' },
  { value: 'name', label: 'Name' },
  { value: 'description', label: 'Description' },
  { value: 'attribute', label: 'An attribute' },
]

interface SetValuesProps {
  /** How many products it reaches, in words: "about 3,000 products". */
  products: string
  everything: boolean
  attributeNames: string[]
  busy: boolean
  error: Error | null
  onSet: (values: BulkValues) => void
  onClose: () => void
}

/** One value for one field of many products. */
export function SetValues({ products, everything, attributeNames, busy, error, onSet, onClose }: SetValuesProps) {
  const [field, setField] = useState('price')
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const [word, setWord] = useState('')
  const names = useId()
  const blank = value.trim() === ''
  const lacking = (field === 'name' && blank) || (field === 'attribute' && name.trim() === '') || (everything && !isWord(word))
  const problem = fieldProblemsOf(error)[0]?.message

  const values = (): BulkValues => {
    if (field === 'active') return { active: value !== 'false' }
    if (field === 'attribute') return { attributes: { [name.trim()]: blank ? null : value } }
    return { [field]: blank ? null : field === 'price' ? value.trim() : value }
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!lacking) onSet(values())
  }
  return (
    <Modal opened onClose={onClose} title={`Set a field of ${products}`} classNames={DIALOG} centered lockScroll={false} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <NativeSelect
          label="Field"
          data-autofocus
          data={FIELDS}
          value={field}
          onChange={(event) => {
            setField(event.currentTarget.value)
            setValue('')
          }}
        />
        {field === 'attribute' && (
          <>
            <TextInput label="Name of the attribute" list={names} value={name} onChange={(event) => setName(event.currentTarget.value)} />
            <datalist id={names}>
              {attributeNames.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          </>
        )}
        {field === 'active' ? (
          <SegmentedControl
            aria-label="Active"
            value={value === 'false' ? 'false' : 'true'}
            data={[
              { value: 'true', label: 'Active' },
              { value: 'false', label: 'Inactive' },
            ]}
            onChange={setValue}
          />
        ) : field === 'description' ? (
          <Textarea label="New value" description="Left blank, the description is taken away." rows={4} error={problem} value={value} onChange={(event) => setValue(event.currentTarget.value)} />
        ) : (
          <TextInput
            label="New value"
            description={field === 'name' ? undefined : 'Left blank, the value is taken away.'}
            inputMode={field === 'price' ? 'decimal' : 'text'}
            error={problem}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        )}
        {everything && <EverythingWord value={word} onChange={setWord} />}
        {error && problem === undefined && <Problem error={error} title="Nothing was changed." />}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={lacking} loading={busy}>
            Set for {products}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
