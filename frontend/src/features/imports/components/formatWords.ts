import { formatCount, plural } from '@/lib/format'

import type { FileFormat, Upload } from '../api/types'

export const DELIMITERS: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' }
const ENCODINGS: Record<string, string> = {
  ascii: 'ASCII',
  'utf-8': 'UTF-8',
  'utf-8-sig': 'UTF-8',
  'utf-16': 'UTF-16',
  'utf-16-le': 'UTF-16',
  'utf-16-be': 'UTF-16',
  cp1252: 'Windows-1252',
}
const KINDS: Record<FileFormat['format'], string> = { csv: 'delimited text', xlsx: 'Excel workbook', jsonl: 'JSON Lines', parquet: 'Parquet' }
// Smaller files are read whole when they are looked at, so that their rows are counted and not estimated.
const SAMPLE_BYTES = 1024 * 1024

/** "Semicolon as delimiter, Windows-1252, header in line 3, gzip". */
export function formatInWords({ format }: Pick<Upload, 'format'>): string {
  const delimited = format.format === 'csv'
  const parts = [
    delimited && format.delimiter ? `${delimiterName(format.delimiter)} as delimiter` : KINDS[format.format],
    format.sheet != null && `sheet ${format.sheet}`,
    delimited && format.encoding && encodingName(format.encoding),
    (delimited || format.format === 'xlsx') && format.header_line > 0 && `header in ${delimited ? 'line' : 'row'} ${formatCount(format.header_line)}`,
    format.number_format === 'comma' && 'decimal comma',
    format.compression,
  ]
  return capitalised(parts.filter(Boolean).join(', '))
}

export function delimiterName(delimiter: string): string {
  return DELIMITERS[delimiter] ?? `“${delimiter}”`
}

/** "UTF-8", "Windows-1252", "ISO-8859-15". */
export function encodingName(encoding: string): string {
  const name = encoding.toLowerCase()
  return ENCODINGS[name] ?? name.replace(/^windows/, 'Windows').replace(/^iso/, 'ISO')
}

export function isRowCountExact(upload: Pick<Upload, 'size_bytes' | 'format'>): boolean {
  return upload.format.format === 'parquet' || (upload.size_bytes <= SAMPLE_BYTES && !upload.format.compression)
}

/** "1,000 rows" when they were counted, "about 500,000 rows" when they were estimated. */
export function rowsInWords(upload: Pick<Upload, 'size_bytes' | 'format' | 'rows_estimate'>): string {
  return isRowCountExact(upload) ? plural(upload.rows_estimate, 'row') : `about ${plural(rounded(upload.rows_estimate), 'row')}`
}

function rounded(estimate: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, estimate))) - 1)
  return Math.round(estimate / step) * step
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
