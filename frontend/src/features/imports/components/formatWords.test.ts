import { expect, it } from 'vitest'

import type { FileFormat } from '../api/types'
import { formatInWords, rowsInWords } from './formatWords'

const format: FileFormat = {
  format: 'csv',
  compression: null,
  encoding: 'windows-1252',
  bom: false,
  delimiter: ';',
  quote: '"',
  escape: null,
  header_line: 3,
  sheet: null,
  sheets: [],
  number_format: 'point',
  evidence: [],
}

it('says how a file is written', () => {
  expect(formatInWords({ format })).toBe('Semicolon as delimiter, Windows-1252, header in line 3')
  expect(formatInWords({ format: { ...format, delimiter: '~', encoding: 'utf-8', header_line: 1, compression: 'gzip' } })).toBe(
    '“~” as delimiter, UTF-8, header in line 1, gzip',
  )
  const workbook = { ...format, format: 'xlsx', delimiter: null, encoding: null, sheet: 'Products', header_line: 1, number_format: 'comma' } as const
  expect(formatInWords({ format: workbook })).toBe('Excel workbook, sheet Products, header in row 1, decimal comma')
})

it('an estimate is called one and is not finer than it can be', () => {
  expect(rowsInWords({ format, size_bytes: 5000, rows_estimate: 48_213 })).toBe('48,213 rows')
  expect(rowsInWords({ format, size_bytes: 5_000_000, rows_estimate: 48_213 })).toBe('about 48,000 rows')
})
