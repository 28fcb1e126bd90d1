import { formatCount, plural } from '@/lib/format'

import type { Upload } from '../api/types'

const DELIMITERS: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' }
const ENCODINGS: Record<string, string> = {
  ascii: 'ASCII',
  'utf-8': 'UTF-8',
  'utf-8-sig': 'UTF-8',
  'utf-16': 'UTF-16',
  'utf-16-le': 'UTF-16',
  'utf-16-be': 'UTF-16',
  cp1252: 'Windows-1252',
  'windows-1252': 'Windows-1252',
}
// Smaller files are read whole when they are looked at, so that their rows are counted and not estimated.
const SAMPLE_BYTES = 1024 * 1024

/** "Semicolon as delimiter, Windows-1252, header in line 3, gzip". */
export function formatInWords({ format }: Pick<Upload, 'format'>): string {
  const delimiter = DELIMITERS[format.delimiter] ?? `“${format.delimiter}”`
  const parts = [
    `${delimiter} as delimiter`,
    ENCODINGS[format.encoding.toLowerCase()] ?? format.encoding,
    `header in line ${formatCount(format.header_line)}`,
    ...(format.compression ? [format.compression] : []),
  ]
  return capitalised(parts.join(', '))
}

export function isRowCountExact(upload: Pick<Upload, 'size_bytes' | 'format'>): boolean {
  return upload.size_bytes <= SAMPLE_BYTES && !upload.format.compression
}

/** "1,000 rows" when they were counted, "about 500,000 rows" when they were estimated. */
export function rowsInWords(upload: Pick<Upload, 'size_bytes' | 'format' | 'rows_estimate'>): string {
  if (isRowCountExact(upload)) return plural(upload.rows_estimate, 'row')
  return `about ${plural(rounded(upload.rows_estimate), 'row')}`
}

function rounded(estimate: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, estimate))) - 1)
  return Math.round(estimate / step) * step
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
