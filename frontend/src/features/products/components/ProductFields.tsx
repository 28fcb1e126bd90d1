import { Switch, Textarea, TextInput } from '@mantine/core'

import { PairsEditor } from '@/components/PairsEditor'
import { Sentence } from '@/components/Sentence'
import { type FieldProblem, messageFor } from '@/lib/api/error'

import type { Draft } from '../form/draft'
import classes from './ProductFields.module.css'

interface ProductFieldsProps {
  draft: Draft
  problems: FieldProblem[]
  onDraft: (draft: Draft) => void
  /** Puts the cursor into the first field when the drawer opens. */
  focusFirst?: boolean
}

/** The fields of a product; what is wrong with one stands under it. */
export function ProductFields({ draft, problems, onDraft, focusFirst = false }: ProductFieldsProps) {
  const error = (field: string) => {
    const message = messageFor(problems, field)
    return message === undefined ? undefined : <Sentence text={message} />
  }
  const set = (part: Partial<Draft>) => onDraft({ ...draft, ...part })
  return (
    <>
      <TextInput
        label="SKU"
        required
        withAsterisk={false}
        data-autofocus={focusFirst || undefined}
        value={draft.sku}
        error={error('sku')}
        onChange={(event) => set({ sku: event.currentTarget.value })}
      />
      <TextInput
        label="Name"
        required
        withAsterisk={false}
        value={draft.name}
        error={error('name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <TextInput
          label="Price"
          inputMode="decimal"
          placeholder="none"
          value={draft.price}
          error={error('price')}
          onChange={(event) => set({ price: event.currentTarget.value })}
        />
        <Switch
          className={classes.active}
          label="Active"
          description={draft.active ? 'Offered in the shop' : 'Kept, but not offered'}
          checked={draft.active}
          onChange={(event) => set({ active: event.currentTarget.checked })}
        />
      </div>
      <Textarea
        label="Description"
        rows={4}
        resize="vertical"
        value={draft.description}
        error={error('description')}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <PairsEditor
        heading="Attributes"
        one="an attribute"
        pairs={draft.attributes}
        problem={messageFor(problems, 'attributes')}
        onPairs={(attributes) => set({ attributes })}
      />
    </>
  )
}
