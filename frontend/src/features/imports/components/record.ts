/** The cells of one delimited record, or undefined when its quotes do not close. */
export function cellsOf(record: string, delimiter: string, quote: string): string[] | undefined {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let index = 0; index < record.length; index += 1) {
    const character = record.charAt(index)
    if (quoted) {
      if (character !== quote) cell += character
      else if (record.charAt(index + 1) === quote) {
        cell += quote
        index += 1
      } else quoted = false
    } else if (character === quote && quote !== '' && cell === '') quoted = true
    else if (character === delimiter) {
      cells.push(cell)
      cell = ''
    } else cell += character
  }
  return quoted ? undefined : [...cells, cell]
}
