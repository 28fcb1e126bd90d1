export const LANGUAGES = { python: 'Python', node: 'Node', go: 'Go', php: 'PHP' } as const

export type Language = keyof typeof LANGUAGES

/** The language that the URL names, if it is one of those there are samples in. */
export function languageOf(search: Record<string, unknown>): { code?: Language } {
  return isLanguage(search.code) ? { code: search.code } : {}
}

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(LANGUAGES, value)
}
