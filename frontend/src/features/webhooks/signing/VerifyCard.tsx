import { SegmentedControl } from '@mantine/core'

import { Card } from '@/components/Card'

import { CodeBlock } from '../components/CodeBlock'
import { type Language, LANGUAGES } from './languages'
import { SAMPLES } from './samples'
import classes from './VerifyCard.module.css'

interface VerifyCardProps {
  language: Language
  onLanguage: (language: Language) => void
}

/** How a receiver tells that a message comes from here, in the reader's language. */
export function VerifyCard({ language, onLanguage }: VerifyCardProps) {
  return (
    <Card
      title="Verify a message"
      aside={
        <SegmentedControl
          size="xs"
          aria-label="Language"
          value={language}
          data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
          onChange={(value) => onLanguage(value as Language)}
        />
      }
    >
      <p>
        Give your program the secret as <code>WEBHOOK_SECRET</code>, and refuse what does not verify. It needs the body to the byte, before anything has
        parsed it.
      </p>
      <CodeBlock label={`Verification in ${LANGUAGES[language]}`} code={SAMPLES[language]} />
      <p className={classes.note}>
        Any library of{' '}
        <a href="https://www.standardwebhooks.com" target="_blank" rel="noreferrer">
          Standard Webhooks
        </a>{' '}
        does the same. A message may come twice: remember each <code>webhook-id</code> that you have dealt with.
      </p>
    </Card>
  )
}
