import type { FormatChange } from '../api/changeFormat'
import type { FileFormat } from '../api/types'
import { delimiterName, encodingName } from '../components/formatWords'

export type Setting = 'sheet' | 'encoding' | 'delimiter' | 'quote' | 'escape' | 'header_line' | 'number_format'

interface Choice {
  value: string
  label: string
}

const ENCODINGS = ['utf-8', 'utf-16-le', 'utf-16-be', 'windows-1252', 'windows-1250', 'windows-1251', 'iso-8859-1', 'iso-8859-2', 'iso-8859-15']
const DELIMITERS = [',', ';', '\t', '|', '^', '~', ':']
const HEADER_LINES = 20

const SETTINGS: Record<FileFormat['format'], Setting[]> = {
  csv: ['encoding', 'delimiter', 'quote', 'escape', 'header_line', 'number_format'],
  xlsx: ['sheet', 'header_line', 'number_format'],
  jsonl: ['encoding', 'number_format'],
  parquet: ['number_format'],
}

export const LABELS: Record<Setting, string> = {
  sheet: 'Sheet',
  encoding: 'Encoding',
  delimiter: 'Delimiter between cells',
  quote: 'Quotes around a cell',
  escape: 'Quotes inside a cell',
  header_line: 'Names of the columns',
  number_format: 'Prices',
}

// The first that fits says what a sentence of evidence is about.
const ABOUT: [Setting, RegExp][] = [
  ['header_line', /^Header\b/],
  ['number_format', /^Decimal\b/],
  ['escape', /\bstands before\b/],
  ['quote', /\bencloses\b/],
  ['delimiter', /\bdelimiter\b|^One column\b/],
  ['sheet', /\bsheet\b/],
  ['encoding', /\bUTF-|\bbytes\b|^(windows|iso|cp)\b|ASCII|byte order mark/i],
]

/** What can be said about this kind of file. */
export function settingsOf(format: FileFormat): Setting[] {
  return SETTINGS[format.format]
}

/** What can be chosen; what the file has now is always among it. */
export function choicesOf(setting: Setting, format: FileFormat): Choice[] {
  const now = currentOf(setting, format)
  const usual = usualChoices(setting, format)
  return usual.some(({ value }) => value === now) ? usual : [...usual, { value: now, label: labelOf(setting, now) }]
}

function usualChoices(setting: Setting, format: FileFormat): Choice[] {
  const named = (values: string[]) => values.map((value) => ({ value, label: labelOf(setting, value) }))
  switch (setting) {
    case 'sheet':
      return named(format.sheets)
    case 'encoding':
      return named(ENCODINGS)
    case 'delimiter':
      return named(DELIMITERS)
    case 'quote':
      return named(['"', "'"])
    case 'escape':
      return named(['', '\\'])
    case 'header_line':
      return named(Array.from({ length: HEADER_LINES }, (_, index) => String(index + 1)))
    case 'number_format':
      return named(['point', 'comma'])
  }
}

function labelOf(setting: Setting, value: string): string {
  if (setting === 'encoding') return encodingName(value) + (/-(le|be)$/.exec(value) ? ` (${value.endsWith('le') ? 'little' : 'big'} endian)` : '')
  if (setting === 'delimiter') return DELIMITERS.slice(0, 4).includes(value) ? capitalised(`${delimiterName(value)}${value === '\t' ? '' : ` ${value}`}`) : value
  if (setting === 'quote') return value === '"' ? 'Double quote "' : value === "'" ? "Single quote '" : value
  if (setting === 'escape') return value === '' ? 'Doubled' : value === '\\' ? 'After a backslash \\' : `After ${value}`
  if (setting === 'header_line') return value === '0' ? 'In no line' : `In line ${value}`
  if (setting === 'number_format') return value === 'point' ? 'With a point: 1,234.56' : 'With a comma: 1.234,56'
  return value
}

export function currentOf(setting: Setting, format: FileFormat): string {
  return String(format[setting] ?? '')
}

/** The change that a choice asks for; no sign at all is what is guessed unless one is named. */
export function changeOf(setting: Setting, value: string): FormatChange {
  if (value === '') return { [setting]: null }
  return { [setting]: setting === 'header_line' ? Number(value) : value }
}

/** Forgets everything that was said, so that all is guessed again. */
export function guessAgain(format: FileFormat): FormatChange {
  return Object.fromEntries(settingsOf(format).map((setting) => [setting, null]))
}

/** The sentences of evidence, each with the setting it speaks of; those about the file as a whole under `file`. */
export function evidenceBySetting(format: FileFormat): Map<Setting | 'file', string[]> {
  const settings = settingsOf(format)
  const found = new Map<Setting | 'file', string[]>()
  for (const sentence of format.evidence) {
    const about = ABOUT.find(([setting, words]) => settings.includes(setting) && words.test(sentence))?.[0] ?? 'file'
    found.set(about, [...(found.get(about) ?? []), sentence])
  }
  return found
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
