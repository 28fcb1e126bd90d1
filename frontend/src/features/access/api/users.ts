import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { api, type Schemas, unwrap } from '@/lib/api/client'

import { accessKeys } from './keys'

export type User = Schemas['UserView']
export type UserInput = Schemas['UserInput']
export type UserPatch = Schemas['UserPatch']
export type NewLink = Schemas['NewLink']

const LIMIT = 50

export function usersQuery(page: number) {
  return queryOptions({
    queryKey: accessKeys.userPage(page),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/users', { params: { query: { page, limit: LIMIT } }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function useInviteUser() {
  return useUserChange((body: UserInput) => unwrap(api.POST('/api/v1/users', { body })))
}

export function useChangeUser() {
  return useUserChange(({ id, patch }: { id: string; patch: UserPatch }) =>
    unwrap(api.PATCH('/api/v1/users/{user_id}', { params: { path: { user_id: id } }, body: patch })),
  )
}

export function useDeleteUser() {
  return useUserChange((id: string) => unwrap(api.DELETE('/api/v1/users/{user_id}', { params: { path: { user_id: id } } })))
}

/** Has a person log in again everywhere. */
export function useEndUserSessions() {
  return useUserChange((id: string) => unwrap(api.DELETE('/api/v1/users/{user_id}/sessions', { params: { path: { user_id: id } } })))
}

/** A link by which a person chooses a password; any former one is void. */
export function useMakeLink() {
  return useUserChange((id: string) => unwrap(api.POST('/api/v1/users/{user_id}/link', { params: { path: { user_id: id } } })))
}

function useUserChange<Given, Answer>(mutationFn: (given: Given) => Promise<Answer>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn, onSettled: () => queries.invalidateQueries({ queryKey: accessKeys.users }) })
}
