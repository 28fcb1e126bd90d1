import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { Card } from '@/components/Card'

import { eventTypesQuery } from '../api/eventTypes'
import { CodeBlock } from '../components/CodeBlock'
import type { Draft } from './draft'
import { chosenEvents, isOfProduct } from './events'
import classes from './Example.module.css'
import { headFor, messageFor } from './example'

/** What arrives at the receiver, for the events and the mode that are chosen at this moment. */
export function Example({ draft }: { draft: Draft }) {
  const { data: types = [] } = useQuery(eventTypesQuery)
  const [wanted, setWanted] = useState<string>()
  const [byImport, setByImport] = useState(false)
  const events = chosenEvents(types, draft.events)
  const event = wanted !== undefined && events.includes(wanted) ? wanted : events[0]
  const message = event === undefined ? undefined : messageFor(types, event, byImport, draft.importMode)
  return (
    <Card title="What arrives">
      {event === undefined || message === undefined ? (
        <p className={classes.none}>Choose an event, and its message is shown here.</p>
      ) : (
        <>
          <div className={classes.choices}>
            <NativeSelect label="When this happens" data={events} value={event} onChange={(change) => setWanted(change.currentTarget.value)} />
            {isOfProduct(event) && (
              <SegmentedControl
                aria-label="Who changes the product"
                value={byImport ? 'import' : 'hand'}
                data={[
                  { value: 'hand', label: 'by hand' },
                  { value: 'import', label: 'in an import' },
                ]}
                onChange={(value) => setByImport(value === 'import')}
              />
            )}
          </div>
          <CodeBlock label="Example of a message" code={`${headFor(draft, message)}\n\n${JSON.stringify(message, null, 2)}`} copied={JSON.stringify(message)} />
          <p className={classes.none}>The body is sent without line breaks. Answer with any 2xx status within the timeout.</p>
        </>
      )}
    </Card>
  )
}
