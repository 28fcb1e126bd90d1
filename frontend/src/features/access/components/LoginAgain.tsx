import { Button, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useEffect, useState } from 'react'

import { DIALOG } from '@/components/dialog'
import { Problem } from '@/components/Problem'
import { api, unwrap } from '@/lib/api/client'
import { loggedInAgain } from '@/lib/api/loginAgain'
import type { WhoAmI } from '@/lib/session'

import { accessKeys } from '../api/keys'
import { useLogIn } from '../api/login'
import classes from './form.module.css'
import { wayThere } from './openIdWords'
import { PasswordField } from './PasswordField'

/** What stands under it, a drawer say, must not hear Escape meanwhile. */
const UNHEARD = { 'data-mantine-stop-propagation': true } as const

/** Over the page whose session has ended: the password again, and everything goes on where it was. */
export function LoginAgain({ session }: { session: WhoAmI }) {
  const email = session.user?.email ?? ''
  const [password, setPassword] = useState('')
  const login = useLogIn()
  useLoggedInElsewhere(session.actor)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (password !== '') login.mutate({ email, password }, { onSuccess: loggedInAgain })
  }
  return (
    <Modal opened onClose={() => undefined} title="Log in again" classNames={DIALOG} centered lockScroll={false} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} zIndex={500} overlayProps={{ backgroundOpacity: 0.28 }} {...UNHEARD}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <p>Your session is over. Nothing on this page is lost: it goes on where it was, an upload too.</p>
        {session.openid !== null && (
          <Button component="a" variant="default" href={wayThere('/account')} target="_blank" rel="noreferrer">
            Log in with {session.openid}, in another tab
          </Button>
        )}
        {session.passwords && (
          <>
            <input hidden readOnly type="email" name="email" autoComplete="username" value={email} />
            <PasswordField label={`Password of ${email}`} kind="current" data-autofocus value={password} onValue={setPassword} />
          </>
        )}
        {login.error && <Problem error={login.error} />}
        <div className={classes.actions}>
          <Button variant="default" onClick={() => window.location.reload()}>
            Leave this page
          </Button>
          {session.passwords && (
            <Button type="submit" loading={login.isPending} disabled={password === ''}>
              Log in
            </Button>
          )}
        </div>
      </form>
    </Modal>
  )
}

/** Whoever has logged in again in another tab need not do so here. */
function useLoggedInElsewhere(actor: string): void {
  const { data } = useQuery({
    queryKey: accessKeys.elsewhere,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/session', { signal })),
    refetchOnWindowFocus: 'always',
    gcTime: 0,
    retry: false,
  })
  const back = data?.signed_in === true && data.actor === actor
  useEffect(() => {
    if (back) loggedInAgain()
  }, [back])
}
