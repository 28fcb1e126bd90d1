import { Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'

import { Card } from '@/components/Card'
import { PairsEditor } from '@/components/PairsEditor'
import { Sentence } from '@/components/Sentence'
import { type FieldProblem, messageFor } from '@/lib/api/error'

import type { Draft } from './draft'
import { EventPicker } from './EventPicker'
import { ModeChoice } from './ModeChoice'
import classes from './WebhookFields.module.css'

interface WebhookFieldsProps {
  draft: Draft
  problems: FieldProblem[]
  onDraft: (draft: Draft) => void
}

/** The fields of a webhook; what is wrong with one stands under it. */
export function WebhookFields({ draft, problems, onDraft }: WebhookFieldsProps) {
  const set = (part: Partial<Draft>) => onDraft({ ...draft, ...part })
  const error = (field: string) => {
    const message = messageFor(problems, field)
    return message === undefined ? undefined : <Sentence text={message} />
  }
  return (
    <>
      <Card title="Where to">
        <TextInput
          label="URL"
          description="Where your program listens, on the public Internet."
          type="url"
          inputMode="url"
          required
          withAsterisk={false}
          placeholder="https://shop.example.com/hooks/products"
          value={draft.url}
          error={error('url')}
          onChange={(event) => set({ url: event.currentTarget.value })}
        />
        <Textarea
          label="Description"
          description="What it is for; the list shows it as its name."
          rows={2}
          resize="vertical"
          maxLength={1000}
          value={draft.description}
          error={error('description')}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
      </Card>
      <Card title="What it is told">
        <EventPicker events={draft.events} problem={messageFor(problems, 'events')} onEvents={(events) => set({ events })} />
      </Card>
      <Card title="When an import changes many products">
        <ModeChoice mode={draft.importMode} onMode={(importMode) => set({ importMode })} />
      </Card>
      <Card title="How it is sent">
        <PairsEditor
          heading="Headers of your own"
          meaning="Sent with every message. The value of one such as Authorization or X-Api-Key is kept encrypted and never shown again."
          one="a header"
          pairs={draft.headers}
          problem={messageFor(problems, 'headers')}
          onPairs={(headers) => set({ headers })}
        />
        <div className={classes.numbers}>
          <NumberField
            label="Tries after the first"
            description="0 to 20. Eight of them last for about 18 hours."
            unit="tries"
            value={draft.retries}
            error={error('retry_count')}
            onValue={(retries) => set({ retries })}
          />
          <NumberField
            label="Timeout"
            description="1 to 60, for everything together."
            unit="seconds"
            value={draft.timeout}
            error={error('timeout_seconds')}
            onValue={(timeout) => set({ timeout })}
          />
          <NumberField
            label="At most"
            description="What is over waits. Blank for no limit."
            unit="an hour"
            value={draft.rate}
            error={error('rate_limit_per_hour')}
            onValue={(rate) => set({ rate })}
          />
        </div>
      </Card>
    </>
  )
}

interface NumberFieldProps {
  label: string
  description: string
  unit: string
  value: string
  error: ReactNode
  onValue: (value: string) => void
}

function NumberField({ label, description, unit, value, error, onValue }: NumberFieldProps) {
  return (
    <TextInput
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode="numeric"
      value={value}
      error={error}
      rightSection={
        <span aria-hidden className={classes.unit}>
          {unit}
        </span>
      }
      rightSectionWidth={72}
      rightSectionPointerEvents="none"
      onChange={(event) => onValue(event.currentTarget.value)}
    />
  )
}
