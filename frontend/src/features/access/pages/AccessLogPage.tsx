import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconDownload, IconListSearch } from '@tabler/icons-react'

import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { NotAllowed } from '@/components/NotAllowed'
import { Pager } from '@/components/Pager'
import { Problem } from '@/components/Problem'
import { RowSkeletons } from '@/components/RowSkeletons'
import { useMay } from '@/lib/session'

import { eventsAddress, eventsQuery } from '../api/events'
import classes from '../components/rows.module.css'
import { EventRow } from '../log/EventRow'
import { LogFilters } from '../log/LogFilters'
import type { LogSearch } from '../log/search'

interface AccessLogPageProps {
  search: LogSearch
  onSearch: (search: LogSearch) => void
}

/** Logins, failures, keys, roles and links, the newest first. */
export function AccessLogPage(props: AccessLogPageProps) {
  const admin = useMay('admin')
  if (!admin) return <NotAllowed title="The access log is for admins">It tells who came in, who could not, and who changed what others may do.</NotAllowed>
  return <AccessLog {...props} />
}

function AccessLog({ search, onSearch }: AccessLogPageProps) {
  const { data, error, refetch } = useQuery(eventsQuery(search))
  return (
    <Card
      flush
      title="Access log"
      aside={
        <Button component="a" href={eventsAddress(search)} download variant="default" size="xs" leftSection={<IconDownload size={15} aria-hidden />}>
          Download as CSV
        </Button>
      }
    >
      <LogFilters search={search} onSearch={onSearch} />
      {error && (
        <div className={classes.notice}>
          <Problem error={error} retry={refetch} title="The access log could not be loaded." />
        </div>
      )}
      {!data && !error && <RowSkeletons rows={6} />}
      {data?.total === 0 && (
        <EmptyState icon={IconListSearch} title="Nothing fits the filter">
          Accounts, keys and addresses are looked for as a whole.
        </EmptyState>
      )}
      <ul>
        {data?.items.map((event) => (
          <EventRow key={event.id} event={event} />
        ))}
      </ul>
      {data && <Pager page={data.page ?? 1} pages={data.pages ?? 1} onPage={(page) => onSearch({ ...search, page })} label="Pages of the access log" />}
    </Card>
  )
}
