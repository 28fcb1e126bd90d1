import { Checkbox, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { Problem } from '@/components/Problem'
import { Sentence } from '@/components/Sentence'

import { eventTypesQuery } from '../api/eventTypes'
import classes from './EventPicker.module.css'
import { type EventGroup, groupsOf, isChosen, isIncluded, toggled } from './events'

interface EventPickerProps {
  events: string[]
  problem: string | undefined
  onEvents: (events: string[]) => void
}

/** The catalogue of events: one, a whole group, or all. */
export function EventPicker({ events, problem, onEvents }: EventPickerProps) {
  const { data, error, refetch } = useQuery(eventTypesQuery)
  const box = (name: string) => ({
    checked: isChosen(events, name),
    disabled: isIncluded(events, name),
    onChange: () => onEvents(toggled(events, name)),
  })
  return (
    <div role="group" aria-label="Events" aria-describedby={problem === undefined ? undefined : 'events-problem'} className={classes.picker}>
      {error && <Problem error={error} retry={refetch} title="The events could not be loaded." />}
      {!data && !error && <Skeleton height={320} />}
      {data && (
        <>
          <Checkbox
            {...box('*')}
            label={
              <>
                Everything <Name name="*" />
              </>
            }
            description="Whatever happens, events of later versions too."
          />
          {groupsOf(data).map((group) => (
            <Group key={group.pattern} group={group} box={box} />
          ))}
        </>
      )}
      {problem !== undefined && (
        <p id="events-problem" className={classes.problem} role="alert">
          <Sentence text={problem} />
        </p>
      )}
    </div>
  )
}

interface GroupProps {
  group: EventGroup
  box: (name: string) => { checked: boolean; disabled: boolean; onChange: () => void }
}

function Group({ group: { pattern, title, events }, box }: GroupProps) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.title}>{title}</legend>
      {events.length > 1 && <Checkbox {...box(pattern)} label={<Name name={pattern} />} description="All of these." />}
      <div className={classes.events}>
        {events.map(({ name, description }) => (
          <Checkbox key={name} {...box(name)} label={<Name name={name} />} description={<Sentence text={description} />} />
        ))}
      </div>
    </fieldset>
  )
}

function Name({ name }: { name: string }) {
  return <code className={classes.name}>{name}</code>
}
