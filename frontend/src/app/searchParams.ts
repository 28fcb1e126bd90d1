/** `{ page }` when the URL names a page after the first, else nothing, so that URLs stay short. */
export function pageNumber(search: Record<string, unknown>): { page?: number } {
  return pageNumberOf('page', search)
}

/** The same for the second list of a page, under a name of its own. */
export function pageNumberOf<Name extends string>(name: Name, search: Record<string, unknown>): Partial<Record<Name, number>> {
  const page = Number(search[name])
  return Number.isInteger(page) && page > 1 ? ({ [name]: page } as Partial<Record<Name, number>>) : {}
}

export function optionalText<Name extends string>(name: Name, search: Record<string, unknown>): Partial<Record<Name, string>> {
  const value = search[name]
  return typeof value === 'string' && value !== '' ? ({ [name]: value } as Partial<Record<Name, string>>) : {}
}

/** Every parameter is text: the router's own way would read `q=1e5` as a number and write quotes into the URL. */
export function readSearch(text: string): Record<string, unknown> {
  return Object.fromEntries(new URLSearchParams(text))
}

export function writeSearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}
