import createClient from 'openapi-fetch'

import { ApiError, problemOf, unreachable } from './error'
import { loginAgain } from './loginAgain'
import type { components, paths } from './schema'

export type Schemas = components['schemas']

export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: fetchLoggedIn })

/** A request that finds the session ended waits for a login, and is then sent again as it was. */
export async function fetchLoggedIn(request: Request): Promise<Response> {
  const again = request.clone()
  const response = await fetch(request)
  if (response.status !== 401 || isLogin(request)) return response
  await loginAgain(request.signal)
  return fetchLoggedIn(again)
}

/** There a 401 means a wrong password. */
function isLogin({ method, url }: Request): boolean {
  return method === 'POST' && new URL(url).pathname === '/api/v1/session'
}

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The body of a successful answer; raises ApiError for every other outcome, an unreachable server included. */
export async function unwrap<T>(request: Promise<Answer<T>>): Promise<T> {
  return (await answerOf(request)).data
}

/** Like `unwrap`, with the `ETag` that a later `If-Match` needs. */
export async function unwrapTagged<T>(request: Promise<Answer<T>>): Promise<{ data: T; etag: string | null }> {
  const { data, response } = await answerOf(request)
  return { data, etag: response.headers.get('ETag') }
}

async function answerOf<T>(request: Promise<Answer<T>>): Promise<{ data: T; response: Response }> {
  const { data, error, response } = await request.catch((reason: unknown) => {
    throw reason instanceof TypeError ? unreachable() : reason
  })
  if (!response.ok) throw new ApiError(response.status, problemOf(error), response.headers.get('ETag'))
  return { data: data as T, response }
}
