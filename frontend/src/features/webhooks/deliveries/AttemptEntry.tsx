import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'

import { RelativeTime } from '@/components/RelativeTime'
import { Sentence } from '@/components/Sentence'
import { formatMilliseconds } from '@/lib/format'

import type { Attempt } from '../api/types'
import { CodeBlock } from '../components/CodeBlock'
import classes from './AttemptEntry.module.css'
import { adviceFor } from './words'

interface AttemptEntryProps {
  attempt: Attempt
  /** The last attempt comes first, and is open. */
  first: boolean
}

/** One try: how it went and why, then what was sent and what came back. */
export function AttemptEntry({ attempt, first }: AttemptEntryProps) {
  const Icon = attempt.ok ? IconCircleCheck : IconCircleX
  // The same words at every attempt would only be noise.
  const advice = first ? adviceFor(attempt) : undefined
  return (
    <li>
      <details className={classes.attempt} open={first}>
        <summary className={classes.summary}>
          <Icon size={16} stroke={1.9} aria-hidden className={classes.icon} data-ok={attempt.ok || undefined} />
          <span className={classes.words}>
            <span className={classes.line}>
              <strong>
                Attempt {attempt.number}
                {attempt.status !== null && ` · ${attempt.status}`}
              </strong>
              <span className={classes.time}>
                {formatMilliseconds(attempt.time_ms)} · <RelativeTime at={attempt.started_at} />
              </span>
            </span>
            {attempt.error !== null && (
              <span className={classes.error}>
                <Sentence text={attempt.error} />
              </span>
            )}
            {advice !== undefined && <span className={classes.advice}>{advice}</span>}
          </span>
        </summary>
        <div className={classes.sides}>
          <CodeBlock title="Request" label={`Request of attempt ${attempt.number}`} code={[`POST ${attempt.url}`, ...requestLines(attempt)].join('\n')} />
          {attempt.status === null ? (
            <p className={classes.advice}>There was no answer.</p>
          ) : (
            <CodeBlock title="Answer" label={`Answer to attempt ${attempt.number}`} code={[`HTTP ${attempt.status}`, ...responseLines(attempt)].join('\n')} />
          )}
        </div>
      </details>
    </li>
  )
}

function requestLines({ request_headers: headers }: Attempt): string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value ?? '(secret, not kept in the log)'}`)
}

function responseLines({ response_headers: headers, response_excerpt: body }: Attempt): string[] {
  const lines = (headers ?? []).map((pair) => pair.join(': '))
  return body === null || body === '' ? lines : [...lines, '', body]
}
