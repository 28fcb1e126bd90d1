import { useKept } from '@/lib/useKept'

import { useFreshSecret } from '../api/secret'
import { useWebhook } from '../components/webhookContext'
import { FreshSecret } from '../signing/FreshSecret'
import { isLanguage, type Language } from '../signing/languages'
import { SecretCard } from '../signing/SecretCard'
import { VerifyCard } from '../signing/VerifyCard'

interface SigningPageProps {
  /** The language that the URL names. */
  language: Language | undefined
  onLanguage: (language: Language) => void
}

/** The secret, and how a receiver verifies with it; the language chosen last is remembered by this browser. */
export function SigningPage({ language, onLanguage }: SigningPageProps) {
  const { data: webhook } = useWebhook()
  const [secret, forget] = useFreshSecret(webhook.id)
  const [kept, keep] = useKept('webhooks.language')
  const choose = (next: Language) => {
    keep(next)
    onLanguage(next)
  }
  return (
    <>
      {secret !== null && <FreshSecret secret={secret} onStored={forget} />}
      <SecretCard webhook={webhook} />
      <VerifyCard language={language ?? (isLanguage(kept) ? kept : 'python')} onLanguage={choose} />
    </>
  )
}
