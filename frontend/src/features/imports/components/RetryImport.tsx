import { Button, Popover } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'

import { Problem } from '@/components/Problem'

import { useCreateImport } from '../api/createImport'
import type { Import } from '../api/types'

/** Starts the same file again, with the same columns and rules; what went in before comes out as unchanged. */
export function RetryImport({ import: one }: { import: Import }) {
  const navigate = useNavigate()
  const create = useCreateImport()
  const retry = () =>
    create.mutate(
      { upload_id: one.upload_id, mapping: one.mapping, options: one.options },
      { onSuccess: ({ id }) => void navigate({ to: '/imports/$importId', params: { importId: id } }) },
    )
  return (
    <Popover opened={create.isError} onChange={() => create.reset()} position="bottom-end" width={340} shadow="md">
      <Popover.Target>
        <Button loading={create.isPending} onClick={retry}>
          Import it again
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0}>{create.error && <Problem error={create.error} title="It was not started." />}</Popover.Dropdown>
    </Popover>
  )
}
