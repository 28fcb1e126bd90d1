import { PasswordInput } from '@mantine/core'

import { RadioCards } from '@/components/RadioCards'
import { Sentence } from '@/components/Sentence'

import type { SecretDraft, SecretKind } from './choice'

const KINDS: { value: SecretKind; title: string; words: string }[] = [
  { value: 'made', title: 'A secret made here', words: 'Random and long enough; it is shown once. Right for most.' },
  { value: 'own', title: 'A secret of my own', words: 'At least 16 characters, as where the receiver’s secret is set already.' },
  { value: 'none', title: 'Not signed', words: 'The receiver cannot tell whether a message comes from here.' },
]

interface SecretChoiceProps {
  secret: SecretDraft
  /** What is wrong with the text. */
  problem: string | undefined
  kinds?: SecretKind[]
  onSecret: (secret: SecretDraft) => void
}

/** Whose secret signs the messages. */
export function SecretChoice({ secret, problem, kinds = ['made', 'own', 'none'], onSecret }: SecretChoiceProps) {
  return (
    <>
      <RadioCards
        label="What messages are signed with"
        options={KINDS.filter(({ value }) => kinds.includes(value))}
        value={secret.kind}
        onValue={(kind) => onSecret({ ...secret, kind })}
      />
      {secret.kind === 'own' && (
        <PasswordInput
          label="Secret"
          description="Kept encrypted, and never shown again."
          autoComplete="off"
          maxLength={500}
          value={secret.text}
          error={problem !== undefined && <Sentence text={problem} />}
          aria-invalid={problem !== undefined}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the secret' }}
          onChange={(event) => onSecret({ ...secret, text: event.currentTarget.value })}
        />
      )}
    </>
  )
}
