import { PasswordInput } from '@mantine/core'
import type { ComponentProps } from 'react'

type PasswordFieldProps = Pick<ComponentProps<typeof PasswordInput>, 'label' | 'description' | 'error' | 'value'> & {
  /** Whether a password manager fills in the one that there is, or offers to make one. */
  kind: 'current' | 'new'
  onValue: (value: string) => void
  'data-autofocus'?: boolean
}

/** A password, hidden until its person wants to see what they typed. */
export function PasswordField({ kind, onValue, ...props }: PasswordFieldProps) {
  return (
    <PasswordInput
      {...props}
      name={kind === 'new' ? 'new-password' : 'password'}
      autoComplete={kind === 'new' ? 'new-password' : 'current-password'}
      maxLength={256}
      aria-invalid={Boolean(props.error)}
      visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
      onChange={(event) => onValue(event.currentTarget.value)}
    />
  )
}
