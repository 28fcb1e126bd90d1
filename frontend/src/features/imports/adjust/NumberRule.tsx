import { TextInput } from '@mantine/core'

interface NumberRuleProps {
  label: string
  value: number | null
  min: number
  max?: number
  unit: string
  /** What an empty field stands for; without it a number has to be given. */
  onValue: (value: number | null) => void
  emptyIs?: string
}

/** A whole number within its bounds; anything else leaves the rule as it was. */
export function NumberRule({ label, value, min, max = Number.MAX_SAFE_INTEGER, unit, onValue, emptyIs }: NumberRuleProps) {
  const take = (text: string) => {
    if (text === '') {
      if (emptyIs !== undefined) onValue(null)
      return
    }
    const number = Number(text)
    if (Number.isInteger(number) && number >= min && number <= max) onValue(number)
  }
  return (
    <TextInput
      type="number"
      label={label}
      min={min}
      max={max}
      step={1}
      defaultValue={value ?? ''}
      placeholder={emptyIs}
      rightSection={<span aria-hidden>{unit}</span>}
      rightSectionWidth={64}
      rightSectionPointerEvents="none"
      onChange={(event) => take(event.currentTarget.value)}
      onBlur={(event) => {
        if (!event.currentTarget.validity.valid || (event.currentTarget.value === '' && emptyIs === undefined)) event.currentTarget.value = String(value ?? '')
      }}
    />
  )
}
