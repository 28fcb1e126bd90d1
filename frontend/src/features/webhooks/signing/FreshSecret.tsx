import { ShownOnce } from '@/components/ShownOnce'

interface FreshSecretProps {
  secret: string
  onStored: () => void
}

/** A secret that was just made: the one time that it is shown. */
export function FreshSecret({ secret, onStored }: FreshSecretProps) {
  return (
    <ShownOnce
      title="Copy the secret now"
      meaning="It signs every message to this webhook. It is shown this once and never again; a lost one is replaced by a new one."
      text={secret}
      what="the secret"
      kept
      onStored={onStored}
    />
  )
}
