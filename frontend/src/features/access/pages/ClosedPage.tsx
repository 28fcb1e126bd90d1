import { Front } from '@/components/Front'
import { Problem } from '@/components/Problem'

/** While it cannot be found out who is here. */
export function ClosedPage({ error, retry }: { error: Error; retry: () => unknown }) {
  return (
    <Front>
      <h1>Product Importer does not open</h1>
      <Problem error={error} retry={retry} />
    </Front>
  )
}
