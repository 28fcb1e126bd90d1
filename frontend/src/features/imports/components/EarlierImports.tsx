import { useQuery } from '@tanstack/react-query'
import { IconFileImport } from '@tabler/icons-react'

import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { Pager } from '@/components/Pager'
import { Problem } from '@/components/Problem'
import { RowSkeletons } from '@/components/RowSkeletons'
import { useMay } from '@/lib/session'

import { importsQuery } from '../api/listImports'
import { FirstSteps } from './FirstSteps'
import { ImportRow } from './ImportRow'

const LIMIT = 10

interface EarlierImportsProps {
  page: number
  onPage: (page: number) => void
}

/** What was imported before, newest first; before the first import, how importing works. */
export function EarlierImports({ page, onPage }: EarlierImportsProps) {
  const { data, error, refetch } = useQuery(importsQuery(page, LIMIT))
  const mayImport = useMay('import')
  if (error) return <Problem error={error} retry={refetch} title="The earlier imports could not be loaded." />
  if (data?.total === 0) return mayImport ? <FirstSteps /> : <NothingYet />
  return (
    <Card flush title="Earlier imports">
      {!data && <RowSkeletons rows={3} />}
      <ul>
        {data?.items.map((one) => (
          <ImportRow key={one.id} import={one} />
        ))}
      </ul>
      {data && <Pager page={data.page ?? 1} pages={data.pages ?? 1} onPage={onPage} label="Pages of earlier imports" />}
    </Card>
  )
}

function NothingYet() {
  return (
    <Card>
      <EmptyState icon={IconFileImport} title="Nothing was imported yet">
        Once an editor has imported a file, what came of each of its rows is here.
      </EmptyState>
    </Card>
  )
}
