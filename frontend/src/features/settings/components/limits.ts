import { formatBytes, plural } from '@/lib/format'

import type { Limits } from '../api/status'
import type { Fact } from './FactsCard'

/** The limits in force in a person's words. */
export function limitsInWords(limits: Limits): Fact[] {
  return [
    { name: 'Largest file', value: formatBytes(limits.max_upload_bytes), setting: 'MAX_UPLOAD_BYTES' },
    { name: 'Form of a SKU', value: limits.sku_pattern ?? 'any text', setting: 'SKU_PATTERN' },
    { name: 'A file is kept after its last import', value: plural(limits.upload_retention_days, 'day'), setting: 'UPLOAD_RETENTION_DAYS' },
    { name: 'History and undo reach back', value: plural(limits.event_retention_days, 'day'), setting: 'EVENT_RETENTION_DAYS' },
    { name: 'The trash keeps a product', value: plural(limits.trash_retention_days, 'day'), setting: 'TRASH_RETENTION_DAYS' },
    { name: 'A job with its receipt and rejects is kept', value: plural(limits.job_retention_days, 'day'), setting: 'JOB_RETENTION_DAYS' },
    { name: 'Rows an import writes at once', value: plural(limits.import_chunk_rows, 'row'), setting: 'IMPORT_CHUNK_ROWS' },
    { name: 'Workers on one import', value: plural(limits.import_appliers, 'worker'), setting: 'IMPORT_APPLIERS' },
    { name: 'Products a bulk job writes at once', value: plural(limits.bulk_chunk_rows, 'product'), setting: 'BULK_CHUNK_ROWS' },
    { name: 'Connections on one bulk job', value: plural(limits.bulk_writers, 'connection'), setting: 'BULK_WRITERS' },
    { name: 'Jobs a worker does at a time', value: plural(limits.worker_concurrency, 'job'), setting: 'WORKER_CONCURRENCY' },
  ]
}
