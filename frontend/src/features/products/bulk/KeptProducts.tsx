import { Button, CloseButton, Popover } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { Problem } from '@/components/Problem'
import { Sentence } from '@/components/Sentence'
import { formatCount, plural } from '@/lib/format'

import { keptQuery } from '../api/bulk'
import classes from './BulkProgress.module.css'

interface KeptProductsProps {
  jobId: string
  count: number
  onClose: () => void
}

/** The products that a finished change has left as they are, until they have been looked at. */
export function KeptProducts({ jobId, count, onClose }: KeptProductsProps) {
  const [open, setOpen] = useState(false)
  return (
    <section className={classes.bar} aria-label="Products left as they are">
      <p role="status">
        {plural(count, 'product')} {count === 1 ? 'was left as it is' : 'were left as they are'}.
      </p>
      <Popover opened={open} onChange={setOpen} position="top-start" width={420} trapFocus shadow="md">
        <Popover.Target>
          <Button size="xs" variant="default" onClick={() => setOpen(!open)}>
            Show which, and why
          </Button>
        </Popover.Target>
        <Popover.Dropdown>{open && <KeptList jobId={jobId} count={count} />}</Popover.Dropdown>
      </Popover>
      <CloseButton aria-label="Done with these" className={classes.close} onClick={onClose} />
    </section>
  )
}

function KeptList({ jobId, count }: { jobId: string; count: number }) {
  const { data, error, refetch } = useQuery(keptQuery(jobId))
  if (error) return <Problem error={error} retry={refetch} />
  if (!data) return <p>Loading</p>
  return (
    <ul className={classes.kept}>
      {data.items.map(({ product_id: id, sku, reason }) => (
        <li key={id}>
          <Link to="/products" search={(search) => ({ ...search, product: id })} resetScroll={false}>
            {sku ?? `Product ${id}`}
          </Link>{' '}
          <Sentence text={reason} />
        </li>
      ))}
      {count > data.items.length && <li>and {formatCount(count - data.items.length)} more</li>}
    </ul>
  )
}
