export const importKeys = {
  all: ['imports'] as const,
  lists: ['imports', 'list'] as const,
  list: (page: number, limit: number) => ['imports', 'list', page, limit] as const,
  one: (id: string) => ['imports', 'one', id] as const,
  undo: (id: string) => ['imports', 'undo', id] as const,
  rejects: (id: string, code: string | undefined, page: number) => ['imports', 'rejects', id, code ?? 'all', page] as const,
  drift: (id: string, page: number) => ['imports', 'drift', id, page] as const,
}

export const uploadKeys = {
  unfinished: ['uploads', 'unfinished'] as const,
  one: (id: string) => ['uploads', 'one', id] as const,
}

export const profileKeys = {
  all: ['profiles'] as const,
  list: ['profiles', 'list'] as const,
}
