import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { Pager } from '@/components/Pager'
import { Problem } from '@/components/Problem'
import { RowSkeletons } from '@/components/RowSkeletons'
import { ShownOnce } from '@/components/ShownOnce'
import { useSession } from '@/lib/session'

import { apiKeysQuery } from '../api/apiKeys'
import { ApiKeyRow } from '../apiKeys/ApiKeyRow'
import { CreateApiKey } from '../apiKeys/CreateApiKey'
import classes from '../components/rows.module.css'

interface ApiKeysPageProps {
  page: number
  onPage: (page: number) => void
}

/** The keys by which programs come in: one's own, and for an admin everybody's. */
export function ApiKeysPage({ page, onPage }: ApiKeysPageProps) {
  const { data, error, refetch } = useQuery(apiKeysQuery(page))
  const session = useSession()
  const [creating, setCreating] = useState(false)
  const [made, setMade] = useState<{ key: string; name: string }>()
  const create = (
    <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setCreating(true)}>
      Create a key
    </Button>
  )
  return (
    <>
      {made && (
        <ShownOnce
          key={made.key}
          title={`Copy the key of ${made.name} now`}
          meaning="It is shown this once and never again. A program sends it as Authorization: Bearer, and the command line takes it from --key."
          text={made.key}
          what="the key"
          onStored={() => setMade(undefined)}
        />
      )}
      <Card flush title="API keys" aside={data && data.total > 0 ? create : undefined}>
        {error && (
          <div className={classes.notice}>
            <Problem error={error} retry={refetch} title="The keys could not be loaded." />
          </div>
        )}
        {!data && !error && <RowSkeletons rows={3} />}
        {data?.total === 0 && (
          <EmptyState icon={IconKey} title="No keys yet" actions={create}>
            A program that calls the API, or the command line on another machine, comes in by a key of its own. It does at most what you may, and can be revoked
            alone.
          </EmptyState>
        )}
        <ul>
          {data?.items.map((one) => (
            <ApiKeyRow key={one.id} apiKey={one} own={one.owner === session?.user?.email} />
          ))}
        </ul>
        {data && <Pager page={data.page ?? 1} pages={data.pages ?? 1} onPage={onPage} label="Pages of keys" />}
      </Card>
      {creating && session?.role && (
        <CreateApiKey
          role={session.role}
          onCreated={(key, name) => {
            setCreating(false)
            setMade({ key, name })
          }}
          onClose={() => setCreating(false)}
        />
      )}
    </>
  )
}
