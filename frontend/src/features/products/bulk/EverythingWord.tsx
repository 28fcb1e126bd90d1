import { TextInput } from '@mantine/core'

export const WORD = 'everything'

/** Typed where a change reaches the whole catalogue, so that it does not happen by a slip. */
export function EverythingWord({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <TextInput
      label={`Type “${WORD}” to go on`}
      description="No filter is set, so this reaches all of them."
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

export function isWord(text: string): boolean {
  return text.trim().toLowerCase() === WORD
}
