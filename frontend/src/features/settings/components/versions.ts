import type { Status } from '../api/status'
import type { Fact } from './FactsCard'

const UNKNOWN = 'does not answer'

/** What runs, for whoever reports a defect. */
export function versionsInWords(versions: Status['versions']): Fact[] {
  return [
    { name: 'Product Importer', value: versions.product_importer },
    { name: 'Python', value: versions.python },
    { name: 'PostgreSQL', value: versions.postgresql ?? UNKNOWN },
    { name: 'Redis', value: versions.redis ?? UNKNOWN },
    { name: 'Database schema', value: versions.schema_revision ?? 'none' },
  ]
}
