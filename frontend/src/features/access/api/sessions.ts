import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { api, type Schemas, unwrap } from '@/lib/api/client'
import { sessionQuery } from '@/lib/session'

import { accessKeys } from './keys'

export type OwnSession = Schemas['SessionView']
export type PasswordChange = Schemas['PasswordInput']

export const sessionsQuery = queryOptions({
  queryKey: accessKeys.sessions,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/sessions', { signal })),
})

/** Logs out in the browsers of these sessions. */
export function useEndSessions() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (ids: string[]) => Promise.all(ids.map((id) => unwrap(api.DELETE('/api/v1/sessions/{session_id}', { params: { path: { session_id: id } } })))),
    onSettled: () => queries.invalidateQueries({ queryKey: accessKeys.sessions }),
  })
}

/** Another password for oneself; every other session ends. */
export function useChangePassword() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: PasswordChange) => unwrap(api.PUT('/api/v1/password', { body })),
    onSuccess: (who) => {
      queries.setQueryData(sessionQuery.queryKey, who)
      return queries.invalidateQueries({ queryKey: accessKeys.sessions })
    },
  })
}
