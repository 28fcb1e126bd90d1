import { isAttributeKey } from '../search'

/** What the person has made of the grid: its columns in order, and their widths. */
export interface Layout {
  /** The SKU stands before them and cannot be hidden. */
  columns: string[]
  /** Pixels, of the columns whose width was changed. */
  widths: Record<string, number>
}

export const FIXED = ['name', 'price', 'active', 'description', 'attributes', 'created_at', 'updated_at'] as const
export const DEFAULT_COLUMNS = ['name', 'price', 'active', 'attributes', 'updated_at']
export const DEFAULT_LAYOUT: Layout = { columns: DEFAULT_COLUMNS, widths: {} }

/** Reads what was kept, perhaps by an older version; what does not make sense is dropped. */
export function readLayout(text: string | null, fallback: Layout): Layout {
  if (text === null) return fallback
  try {
    const kept = JSON.parse(text) as Partial<Layout>
    return {
      columns: knownColumns(kept.columns ?? fallback.columns),
      widths: Object.fromEntries(Object.entries(kept.widths ?? {}).filter(([, width]) => width >= 40)),
    }
  } catch {
    return fallback
  }
}

/** The columns among `names`, each once, that a grid can have. */
export function knownColumns(names: string[]): string[] {
  const known = names.filter((name) => (FIXED as readonly string[]).includes(name) || isAttributeKey(name))
  return [...new Set(known)]
}

/** In the trash, the first thing to know is since when. */
export function shownColumns(columns: string[], trashed: boolean): string[] {
  return trashed ? ['deleted_at', ...columns] : columns
}

export function toggled(columns: string[], name: string): string[] {
  return columns.includes(name) ? columns.filter((one) => one !== name) : [...columns, name]
}

/** `columns` with one of them by `steps` places to the right, or to the left where it is negative. */
export function moved(columns: string[], name: string, steps: number): string[] {
  const from = columns.indexOf(name)
  const to = Math.min(Math.max(from + steps, 0), columns.length - 1)
  return from < 0 ? columns : columns.toSpliced(from, 1).toSpliced(to, 0, name)
}

/** `columns` with one of them in the place of another. */
export function placed(columns: string[], name: string, target: string): string[] {
  return moved(columns, name, columns.indexOf(target) - columns.indexOf(name))
}
