import { Button, Divider } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { type SubmitEvent, useState } from 'react'

import { Caution } from '@/components/Caution'
import { Front } from '@/components/Front'
import { Problem } from '@/components/Problem'
import { Sentence } from '@/components/Sentence'
import type { WhoAmI } from '@/lib/session'

import { useLogIn } from '../api/login'
import { EmailField } from '../components/EmailField'
import classes from '../components/form.module.css'
import { wayThere } from '../components/openIdWords'
import { PasswordField } from '../components/PasswordField'

const SET_UP = 'Open the set-up link that was printed when the server started; `product-importer access link` prints another.'

/** Stands in place of the page that was asked for, whose address stays; once logged in, that page is shown. */
export function LoginPage({ session: { set_up_needed: setUpNeeded, openid, passwords } }: { session: WhoAmI }) {
  useDocumentTitle('Log in · Product Importer')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const login = useLogIn()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (email.trim() !== '' && password !== '') login.mutate({ email: email.trim(), password })
  }
  return (
    <Front>
      <h1>Log in</h1>
      {setUpNeeded && (
        <Caution>
          <Sentence text={`${openid === null ? 'Nobody can log in yet.' : 'There is no admin yet.'} ${SET_UP}`} />
        </Caution>
      )}
      {openid !== null && (
        <>
          <Button component="a" href={wayThere(window.location.pathname + window.location.search)}>
            Log in with {openid}
          </Button>
          {passwords && <Divider label="or with a password" />}
        </>
      )}
      {passwords && (
        <form className={classes.form} onSubmit={submit} noValidate>
          <EmailField
            ref={(field) => {
              if (document.activeElement === document.body) field?.focus()
            }}
            value={email}
            onValue={setEmail}
          />
          <PasswordField label="Password" kind="current" value={password} onValue={setPassword} />
          {login.error && <Problem error={login.error} />}
          <Button type="submit" variant={openid === null ? 'filled' : 'default'} loading={login.isPending} disabled={email.trim() === '' || password === ''}>
            Log in
          </Button>
        </form>
      )}
      <p className={classes.meaning}>
        {passwords ? 'No account, or the password forgotten? An admin of this installation can send you a link.' : 'No account? An admin of this installation can invite you.'}
      </p>
    </Front>
  )
}
