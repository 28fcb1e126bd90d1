import { expect, it } from 'vitest'

import type { FileFormat } from '../api/types'
import { changeOf, choicesOf, evidenceBySetting, guessAgain, settingsOf } from './formatSettings'

const format: FileFormat = {
  format: 'csv',
  compression: 'gzip',
  encoding: 'cp850',
  bom: false,
  delimiter: ';',
  quote: '"',
  escape: null,
  header_line: 1,
  sheet: null,
  sheets: [],
  number_format: 'comma',
  evidence: [
    'gzip: the file begins with its mark.',
    'Windows-1252: 3 bytes are letters or signs there and no UTF-8.',
    '`;` as delimiter: 4 columns in 8 of 8 records.',
  ],
}

it('asks of each kind of file what it can have', () => {
  expect(settingsOf(format)).not.toContain('sheet')
  expect(settingsOf({ ...format, format: 'xlsx' })).toEqual(['sheet', 'header_line', 'number_format'])
})

it('offers what the file has, also when it is unusual', () => {
  expect(choicesOf('encoding', format).at(-1)).toEqual({ value: 'cp850', label: 'cp850' })
  expect(choicesOf('delimiter', format).filter(({ value }) => value === ';')).toHaveLength(1)
})

it('puts each sentence of evidence to its setting', () => {
  const evidence = evidenceBySetting(format)
  expect(evidence.get('delimiter')).toEqual(['`;` as delimiter: 4 columns in 8 of 8 records.'])
  expect(evidence.get('encoding')).toHaveLength(1)
  expect(evidence.get('file')).toEqual(['gzip: the file begins with its mark.'])
})

it('says what a choice changes', () => {
  expect(changeOf('header_line', '3')).toEqual({ header_line: 3 })
  expect(changeOf('delimiter', '\t')).toEqual({ delimiter: '\t' })
  expect(guessAgain({ ...format, format: 'parquet' })).toEqual({ number_format: null })
})
