import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react'

import { isLoginNeeded, onLoginNeeded } from '@/lib/api/loginAgain'
import { sessionQuery } from '@/lib/session'

const doors = () => import('./doors')
const LoginPage = lazy(async () => ({ default: (await doors()).LoginPage }))
const ClosedPage = lazy(async () => ({ default: (await doors()).ClosedPage }))
const LoginAgain = lazy(async () => ({ default: (await doors()).LoginAgain }))

/** Shows the product to whoever is let in, and to everybody else the login; the address stays the one asked for. */
export function Entrance({ children }: { children: ReactNode }) {
  const { data: session, error, refetch } = useQuery(sessionQuery)
  const ended = useSyncExternalStore(onLoginNeeded, isLoginNeeded)
  if (!session?.signed_in) {
    return (
      <Suspense>
        {session && <LoginPage session={session} />}
        {!session && error && <ClosedPage error={error} retry={refetch} />}
      </Suspense>
    )
  }
  return (
    <>
      {children}
      {ended && (
        <Suspense>
          <LoginAgain session={session} />
        </Suspense>
      )}
    </>
  )
}
