import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { api, type Schemas, unwrap } from '@/lib/api/client'

import { profileKeys } from './keys'
import type { ImportOptions, Mapping } from './types'

export type Profile = Schemas['ProfileView']

interface ProfileDraft {
  /** Of the profile that is written over; a new one is made without it. */
  id?: string
  name: string
  columns: string[]
  mapping: Mapping
  options: ImportOptions
}

const MOST = 500

export const profilesQuery = queryOptions({
  queryKey: profileKeys.list,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/profiles', { params: { query: { limit: MOST } }, signal })),
})

export function useSaveProfile() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: ProfileDraft) =>
      unwrap(
        id === undefined
          ? api.POST('/api/v1/profiles', { body })
          : api.PUT('/api/v1/profiles/{profile_id}', { params: { path: { profile_id: id } }, body }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: profileKeys.all }),
  })
}

export function useDeleteProfile() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/profiles/{profile_id}', { params: { path: { profile_id: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: profileKeys.all }),
  })
}
