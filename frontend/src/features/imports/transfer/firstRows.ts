import { cellsOf } from '../components/record'

const LOOKED_AT = 64 * 1024
const ROWS = 6
const LINES = 100
const CELLS = 60
const DELIMITERS = [',', ';', '\t', '|']
const NOT_TEXT = /\.(xlsx|xlsm|parquet|zip|zst|gz)$/i

/** The first rows of a file as the browser reads them, while its bytes go up; none of a file that is no plain text. */
export async function firstRows(file: File): Promise<string[][]> {
  if (NOT_TEXT.test(file.name)) return []
  return rowsOf(decoded(await file.slice(0, LOOKED_AT).arrayBuffer()))
}

/** Only for a first look: the server's own reading, a moment later, decides. */
export function rowsOf(text: string): string[][] {
  if (text.includes('\0')) return []
  const lines = text.split(/\r\n|\n|\r/).slice(0, LINES).filter((line) => line !== '')
  const delimiter = mostFrequent(lines[0] ?? '')
  const rows: string[][] = []
  let open = ''
  for (const line of lines) {
    const cells = cellsOf(open + line, delimiter, '"')
    open = cells ? '' : `${open}${line}\n`
    if (cells) rows.push(cells.slice(0, CELLS))
    if (rows.length === ROWS) break
  }
  return rows
}

function mostFrequent(line: string): string {
  const times = (delimiter: string) => line.split(delimiter).length
  return DELIMITERS.toSorted((one, other) => times(other) - times(one))[0] ?? ','
}

function decoded(bytes: ArrayBuffer): string {
  try {
    // The last character may be cut in two.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
