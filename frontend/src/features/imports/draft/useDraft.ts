import { useSessionStorage } from '@mantine/hooks'

import type { ImportOptions, Mapping, Upload } from '../api/types'
import { decisionsOf, type Draft, effectiveMapping, NO_DRAFT, optionDecisions, suggestedOptions } from './draft'
import { assign } from './mapping'

/** The decisions about an upload, kept in the tab's session, so that neither a reload nor another step loses one. */
export function useDraft(upload: Upload) {
  const [draft, setDraft] = useSessionStorage<Draft>({ key: draftKey(upload.id), defaultValue: NO_DRAFT, getInitialValueInEffect: false })
  const { columns, suggested_mapping: suggested } = upload
  const mapping = effectiveMapping(columns, suggested, draft.mapping)
  const suggestedRules = suggestedOptions(upload)
  const options: ImportOptions = { ...suggestedRules, ...draft.options }
  const setMapping = (next: Mapping) => setDraft((before) => ({ ...before, mapping: decisionsOf(columns, suggested, next) }))
  return {
    mapping,
    options,
    check: draft.check,
    isRemapped: Object.keys(decisionsOf(columns, suggested, mapping)).length > 0,
    assign: (key: string, target: string | null) => setMapping(assign(mapping, columns, key, target)),
    setMapping,
    setOptions: (next: ImportOptions) => setDraft((before) => ({ ...before, options: optionDecisions(suggestedRules, next) })),
    setCheck: (check: string | undefined) => setDraft((before) => ({ ...before, check })),
    reset: () => setDraft(({ check }) => ({ ...NO_DRAFT, check })),
  }
}

export type DraftOf = ReturnType<typeof useDraft>

/** Lets the steps of an upload begin with what an import of it was started with; decisions that are there stay. */
export function beginDraft(uploadId: string, mapping: Mapping, options: ImportOptions, check?: string): void {
  const key = draftKey(uploadId)
  if (sessionStorage.getItem(key) !== null) return
  const decided = { ...options, confirm: false, dry_run: false }
  sessionStorage.setItem(key, JSON.stringify({ mapping, options: decided, check } satisfies Draft))
}

function draftKey(uploadId: string): string {
  return `import-draft-${uploadId}`
}
