import { useQuery } from '@tanstack/react-query'

import { Card } from '@/components/Card'
import { Caution } from '@/components/Caution'
import { Problem } from '@/components/Problem'
import { RowSkeletons } from '@/components/RowSkeletons'
import { Sentence } from '@/components/Sentence'
import { formatTimeLeft, plural } from '@/lib/format'

import { workersQuery } from '../api/status'
import classes from './rows.module.css'

/** Who works, since when, and what waits to be taken. */
export function WorkersCard() {
  const { data, error, refetch } = useQuery(workersQuery)
  return (
    <Card flush title="Workers and queues">
      {error && (
        <div className={classes.notice}>
          <Problem error={error} retry={refetch} title="The workers could not be loaded." />
        </div>
      )}
      {!data && !error && <RowSkeletons rows={2} />}
      {data && data.state !== 'ok' && (
        <div className={classes.notice}>
          <Caution>
            <Sentence text={data.text} />
          </Caution>
        </div>
      )}
      <ul>
        {data?.workers?.map(({ name, pid, slots, uptime_seconds }) => (
          <li key={name} className={classes.worker}>
            <span className={classes.name}>{name}</span>
            <span className={classes.facts}>
              {plural(slots, 'job')} at a time · up for {formatTimeLeft(uptime_seconds)} · process {pid}
            </span>
          </li>
        ))}
        {data?.queues?.map(({ name, waiting }) => (
          <li key={`queue ${name}`} className={classes.worker}>
            <span>
              Queue <span className={classes.name}>{name}</span>
            </span>
            <span className={classes.facts}>{waiting === 0 ? 'nothing waits' : `${plural(waiting, 'message')} waiting`}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
