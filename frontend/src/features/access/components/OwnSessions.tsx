import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { Card } from '@/components/Card'
import { Problem } from '@/components/Problem'
import { RelativeTime } from '@/components/RelativeTime'
import { RowSkeletons } from '@/components/RowSkeletons'

import { type OwnSession, sessionsQuery, useEndSessions } from '../api/sessions'
import { browserOf } from './browserOf'
import classes from './rows.module.css'

/** Every browser in which one is logged in; each can be logged out from here. */
export function OwnSessions() {
  const { data, error, refetch } = useQuery(sessionsQuery)
  const end = useEndSessions()
  const others = data?.items.filter(({ current }) => !current).map(({ id }) => id) ?? []
  return (
    <Card
      flush
      title="Where you are logged in"
      aside={
        others.length > 0 && (
          <Button variant="default" size="xs" loading={end.isPending} onClick={() => end.mutate(others)}>
            Log out everywhere else
          </Button>
        )
      }
    >
      {(error ?? end.error) && (
        <div className={classes.notice}>
          {error && <Problem error={error} retry={refetch} title="Your sessions could not be loaded." />}
          {end.error && <Problem error={end.error} title="Not every session was ended." />}
        </div>
      )}
      {!data && !error && <RowSkeletons rows={2} />}
      <ul>
        {data?.items.map((session) => (
          <SessionRow key={session.id} session={session} busy={end.isPending} onEnd={() => end.mutate([session.id])} />
        ))}
      </ul>
    </Card>
  )
}

function SessionRow({ session, busy, onEnd }: { session: OwnSession; busy: boolean; onEnd: () => void }) {
  const browser = browserOf(session.user_agent)
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <p className={classes.name} title={session.user_agent}>
          {browser}
        </p>
        <p className={classes.facts}>
          {session.address === '' ? '' : `${session.address} · `}seen <RelativeTime at={session.last_seen_at} /> · logged in <RelativeTime at={session.created_at} />
        </p>
      </div>
      {session.current ? (
        <span className={classes.mark}>This browser</span>
      ) : (
        <Button variant="default" size="xs" disabled={busy} aria-label={`Log out ${browser}, ${session.address}`} onClick={onEnd}>
          Log out
        </Button>
      )}
    </li>
  )
}
