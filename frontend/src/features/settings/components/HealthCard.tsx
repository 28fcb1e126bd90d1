import { useQuery } from '@tanstack/react-query'

import { Card } from '@/components/Card'
import { LiveMessage } from '@/components/LiveMessage'
import { Problem } from '@/components/Problem'
import { RowSkeletons } from '@/components/RowSkeletons'
import { Sentence } from '@/components/Sentence'

import { statusQuery } from '../api/status'
import { healthInWords } from './healthInWords'
import classes from './rows.module.css'
import { StateWord } from './StateWord'

const CHECKS = 6

/** Everything that is needed: how it is and, where it is not well, what to do. */
export function HealthCard() {
  const { data, error, refetch } = useQuery(statusQuery)
  return (
    <Card flush title="Health" aside={data && <span className={classes.facts}>{healthInWords(data.checks)}</span>}>
      {data && <LiveMessage message={healthInWords(data.checks)} />}
      {error && (
        <div className={classes.notice}>
          <Problem error={error} retry={refetch} title="The status could not be loaded." />
        </div>
      )}
      {!data && !error && <RowSkeletons rows={CHECKS} />}
      <ul>
        {data?.checks.map(({ subject, state, text }) => (
          <li key={subject} className={classes.row} data-state={state}>
            <span className={classes.name}>{subject}</span>
            <StateWord state={state} />
            <span className={classes.text}>
              <Sentence text={text} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
