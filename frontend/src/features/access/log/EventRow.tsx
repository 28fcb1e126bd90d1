import { RelativeTime } from '@/components/RelativeTime'
import { actorInWords } from '@/lib/actor'

import type { AccessEvent } from '../api/events'
import { browserOf } from '../components/browserOf'
import classes from '../components/rows.module.css'
import { detailInWords, EVENT_WORDS, isEventName } from './words'

/** Those that somebody who looks for trouble looks for. */
const TROUBLE = new Set(['login.failed', 'login.throttled'])

export function EventRow({ event: one }: { event: AccessEvent }) {
  const { event, actor, subject, address, user_agent: agent, detail } = one
  const about = subject === null || actor === `user:${subject}` ? undefined : subject
  const facts = [`by ${actorInWords(actor)}`, address === null ? '' : `from ${address}`, agent === null || agent === '' ? '' : browserOf(agent), detailInWords(detail)]
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <p className={classes.name} data-trouble={TROUBLE.has(event) || undefined}>
          {isEventName(event) ? EVENT_WORDS[event] : event}
          {about !== undefined && <span className={classes.about}> · {about}</span>}
        </p>
        <p className={classes.facts} title={agent ?? undefined}>
          {facts.filter((fact) => fact !== '').join(' · ')}
        </p>
      </div>
      <span className={classes.facts}>
        <RelativeTime at={one.at} />
      </span>
    </li>
  )
}
