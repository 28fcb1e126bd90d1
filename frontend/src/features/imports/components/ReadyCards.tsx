import { useSessionStorage } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'

import { Card } from '@/components/Card'
import { Caution } from '@/components/Caution'
import { Sentence } from '@/components/Sentence'
import { plural } from '@/lib/format'

import { useCreateImport } from '../api/createImport'
import type { ImportOptions, Mapping, Upload } from '../api/types'
import { assign, columnFor, isField } from '../mapping/mapping'
import { FileFacts } from './FileFacts'
import { ImportRules } from './ImportRules'
import { MappingTable } from './MappingTable'
import { ReadyActions } from './ReadyActions'

/** Edits are kept in the tab's session, so that a reload loses none. */
export function ReadyCards({ upload }: { upload: Upload }) {
  const navigate = useNavigate()
  const create = useCreateImport()
  const [mapping, setMapping] = useSessionStorage<Mapping>({
    key: `mapping-${upload.id}`,
    defaultValue: upload.suggested_mapping,
    getInitialValueInEffect: false,
  })
  const [options, setOptions] = useSessionStorage<ImportOptions>({
    key: `options-${upload.id}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  })

  // The server's warnings speak of the columns as it has mapped them.
  const untouched = upload.columns.every(({ key }) => mapping[key] === upload.suggested_mapping[key])
  const start = () =>
    create.mutate(
      { upload_id: upload.id, mapping, options },
      { onSuccess: ({ id }) => void navigate({ to: '/imports/$importId', params: { importId: id } }) },
    )

  return (
    <>
      <Card>
        <FileFacts upload={upload} />
        {(untouched ? upload.warnings : []).map((warning) => (
          <Caution key={warning}>
            <Sentence text={warning} />
          </Caution>
        ))}
        {!untouched && columnFor(mapping, 'name') === undefined && (
          <Caution>No column goes to Name. Rows with a known SKU are updated; rows with a new one are rejected, because a new product needs a name.</Caution>
        )}
        <ReadyActions upload={upload} mapping={mapping} busy={create.isPending || create.isSuccess} error={create.error} onImport={start} />
      </Card>
      <Card flush title="Columns" aside={<span>{summaryOf(mapping)}</span>}>
        <MappingTable upload={upload} mapping={mapping} onAssign={(key, target) => setMapping(assign(mapping, upload.columns, key, target))} />
      </Card>
      <Card title="Rules">
        <ImportRules options={options} onOptions={setOptions} />
      </Card>
    </>
  )
}

function summaryOf(mapping: Mapping): string {
  const targets = Object.values(mapping)
  const fields = targets.filter(isField).length
  const leftOut = targets.filter((target) => target === null).length
  const attributes = targets.length - fields - leftOut
  return [
    plural(fields, 'field'),
    attributes > 0 && plural(attributes, 'attribute'),
    leftOut > 0 && `${leftOut} left out`,
  ]
    .filter(Boolean)
    .join(' · ')
}
