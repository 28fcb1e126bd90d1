import { Button, Skeleton, TextInput } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'

import { Front } from '@/components/Front'
import { LinkButton } from '@/components/LinkButton'
import { Problem } from '@/components/Problem'
import { ApiError, messageFor } from '@/lib/api/error'
import { formatMoment } from '@/lib/format'
import { sessionQuery } from '@/lib/session'

import { type LinkView, linkQuery, useOpenLink } from '../api/links'
import { EmailField } from '../components/EmailField'
import classes from '../components/form.module.css'
import { WORDS } from '../components/linkWords'
import { wayThere } from '../components/openIdWords'
import { PasswordField } from '../components/PasswordField'
import { RULES, tooShort } from '../components/passwordRules'

interface OneTimeLinkPageProps {
  /** What stands behind `#`. */
  token: string
  onEntered: () => void
}

/** Set-up, invitation or reset: what the link is for, for whom, and the password that is chosen by it. */
export function OneTimeLinkPage({ token, onEntered }: OneTimeLinkPageProps) {
  const { data: link, error, refetch } = useQuery({ ...linkQuery(token), enabled: token !== '' })
  const { data: session } = useQuery(sessionQuery)
  const provider = session?.passwords === false && link?.kind !== 'set_up' ? session.openid : null
  useDocumentTitle(`${link ? WORDS[link.kind].title : 'One-time link'} · Product Importer`)
  if (token === '' || (error instanceof ApiError && [410, 422].includes(error.status))) return <NoSuchLink />
  return (
    <Front>
      {error && <Problem error={error} retry={refetch} title="The link could not be looked at." />}
      {!link && !error && <Skeleton height={280} />}
      {link && (provider !== null ? <ThroughTheProvider link={link} label={provider} /> : <ChoosePassword token={token} link={link} onEntered={onEntered} />)}
    </Front>
  )
}

function ChoosePassword({ token, link, onEntered }: OneTimeLinkPageProps & { link: LinkView }) {
  const [draft, setDraft] = useState({ email: link.email ?? '', name: link.display_name === link.email ? '' : (link.display_name ?? ''), password: '' })
  const [tried, setTried] = useState(false)
  const open = useOpenLink()
  const { title, meaning, button } = WORDS[link.kind]
  const fields = open.error instanceof ApiError ? open.error.fields : []
  const email = draft.email.trim()
  const ready = email !== '' && tooShort(draft.password) === undefined
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (!ready) return
    const name = draft.name.trim()
    const chosen = { token, password: draft.password, ...(name === '' || link.kind === 'reset' ? {} : { display_name: name }) }
    open.mutate(link.kind === 'set_up' ? { ...chosen, email } : chosen, { onSuccess: onEntered })
  }
  if (open.error instanceof ApiError && open.error.status === 410) return <Problem error={open.error} />
  return (
    <>
      <div>
        <h1>{title}</h1>
        <p className={classes.meaning}>{meaning(link)}</p>
      </div>
      <form className={classes.form} onSubmit={submit} noValidate>
        <EmailField
          readOnly={link.email !== null}
          description={link.email === null ? 'You log in with it.' : undefined}
          value={draft.email}
          error={tried && email === '' ? 'Give the address that you will log in with.' : messageFor(fields, 'email')}
          onValue={(email) => setDraft({ ...draft, email })}
        />
        {link.kind !== 'reset' && (
          <TextInput
            label="Name"
            name="name"
            autoComplete="name"
            maxLength={100}
            description="What others see beside your changes. It may stay empty."
            value={draft.name}
            error={messageFor(fields, 'display_name')}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
        )}
        <PasswordField
          label="Password"
          description={RULES}
          kind="new"
          value={draft.password}
          error={(tried ? tooShort(draft.password) : undefined) ?? messageFor(fields, 'password')}
          onValue={(password) => setDraft({ ...draft, password })}
        />
        {open.error && fields.length === 0 && <Problem error={open.error} />}
        <Button type="submit" loading={open.isPending}>
          {button}
        </Button>
      </form>
      <p className={classes.meaning}>The link works once, and until {formatMoment(link.expires_at)}.</p>
    </>
  )
}

/** Where nobody has a password, the link says who is meant; the provider says that it is they. */
function ThroughTheProvider({ link, label }: { link: LinkView; label: string }) {
  return (
    <>
      <div>
        <h1>{WORDS[link.kind].title}</h1>
        <p className={classes.meaning}>Nobody has a password here. Log in with your account of {link.email}.</p>
      </div>
      <Button component="a" href={wayThere('/')}>
        Log in with {label}
      </Button>
    </>
  )
}

function NoSuchLink() {
  return (
    <Front>
      <h1>This link opens nothing</h1>
      <p className={classes.meaning}>
        It was used already, has expired, was replaced by a newer one, or was not copied whole. If you have chosen a password by it, log in. Else ask an admin
        for another; for the very first admin, <code>product-importer access link</code> prints one.
      </p>
      <LinkButton to="/upload">Go to the login</LinkButton>
    </Front>
  )
}
