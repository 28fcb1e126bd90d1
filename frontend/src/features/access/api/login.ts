import { useMutation, useQueryClient } from '@tanstack/react-query'

import { api, type Schemas, unwrap } from '@/lib/api/client'
import { sessionQuery } from '@/lib/session'

export type Login = Schemas['LoginInput']

export function useLogIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Login) => unwrap(api.POST('/api/v1/session', { body })),
    onSuccess: (who) => queries.setQueryData(sessionQuery.queryKey, who),
  })
}

/** Ends the session and loads the page anew, so that nothing of this person stays in the memory of the tab. */
export function useLogOut() {
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/session')),
    onSuccess: () => window.location.assign('/'),
  })
}
