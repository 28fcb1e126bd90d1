import { Button, type ButtonProps } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'

interface CopyButtonProps extends Pick<ButtonProps, 'size' | 'variant'> {
  text: string
  /** What is copied, for those who do not see what stands beside it. */
  what: string
}

/** Copies a text and says that it did, or that the browser would not let it. */
export function CopyButton({ text, what, size = 'xs', variant = 'default' }: CopyButtonProps) {
  const clipboard = useClipboard({ timeout: 2000 })
  const Icon = clipboard.copied ? IconCheck : IconCopy
  const word = clipboard.error ? 'Select it to copy' : clipboard.copied ? 'Copied' : 'Copy'
  return (
    <Button variant={variant} size={size} leftSection={<Icon size={14} aria-hidden />} aria-label={`${word}: ${what}`} onClick={() => clipboard.copy(text)}>
      <span aria-live="polite">{word}</span>
    </Button>
  )
}
