import { TextInput } from '@mantine/core'
import type { ComponentProps } from 'react'

type EmailFieldProps = Pick<ComponentProps<typeof TextInput>, 'description' | 'error' | 'readOnly' | 'ref' | 'value'> & {
  onValue: (value: string) => void
}

/** The address by which somebody logs in; it is typed as it is, and a password manager knows it for the name. */
export function EmailField({ onValue, ...props }: EmailFieldProps) {
  return (
    <TextInput
      {...props}
      label="E-mail"
      type="email"
      name="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      onChange={(event) => onValue(event.currentTarget.value)}
    />
  )
}
