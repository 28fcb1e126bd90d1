import type { ReactNode } from 'react'

import { Problem } from '@/components/Problem'
import { Question } from '@/components/Question'

import { type NewLink, type User, useChangeUser, useDeleteUser, useEndUserSessions, useMakeLink } from '../api/users'
import { nameOf } from './words'

/** What is asked about before it is done to a person. */
export type Deed = 'disable' | 'delete' | 'log out' | 'link'

interface UserQuestionProps {
  user: User
  deed: Deed
  onLink: (link: NewLink, email: string) => void
  onClose: () => void
}

export function UserQuestion({ deed, ...props }: UserQuestionProps) {
  if (deed === 'disable') return <Disable {...props} />
  if (deed === 'delete') return <Delete {...props} />
  return deed === 'link' ? <MakeLink {...props} /> : <LogOut {...props} />
}

type DeedProps = Omit<UserQuestionProps, 'deed'>

function Disable({ user, onClose }: DeedProps) {
  const change = useChangeUser()
  return (
    <Asked
      title={`Disable ${nameOf(user)}?`}
      yes="Disable"
      run={change}
      onYes={() => change.mutate({ id: user.id, patch: { disabled: true } }, { onSuccess: onClose })}
      onClose={onClose}
    >
      They are logged out at once, their keys open nothing, and a link that was sent to them is void. Enable them to let them in again.
    </Asked>
  )
}

function Delete({ user, onClose }: DeedProps) {
  const remove = useDeleteUser()
  return (
    <Asked title={`Delete ${nameOf(user)}?`} yes="Delete user" run={remove} onYes={() => remove.mutate(user.id, { onSuccess: onClose })} onClose={onClose}>
      The account of {user.email} is removed with its sessions and keys, which cannot be undone. What they did keeps their name.
    </Asked>
  )
}

function LogOut({ user, onClose }: DeedProps) {
  const end = useEndUserSessions()
  return (
    <Asked title={`Log ${nameOf(user)} out everywhere?`} yes="Log out everywhere" run={end} onYes={() => end.mutate(user.id, { onSuccess: onClose })} onClose={onClose}>
      In every browser they have to give their password again. What they are at work on stays on their screen meanwhile.
    </Asked>
  )
}

function MakeLink({ user, onLink, onClose }: DeedProps) {
  const make = useMakeLink()
  const yes = () =>
    make.mutate(user.id, {
      onSuccess: (link) => {
        onClose()
        onLink(link, user.email)
      },
    })
  return (
    <Asked title={`Make a link for ${nameOf(user)}?`} yes="Make the link" run={make} onYes={yes} onClose={onClose}>
      {user.joined
        ? 'Whoever opens it first chooses another password for this account. The present one holds until then.'
        : 'It invites them anew, and a link that was sent before is void.'}
    </Asked>
  )
}

interface AskedProps {
  title: string
  yes: string
  run: { error: Error | null; isPending: boolean }
  onYes: () => void
  onClose: () => void
  children: ReactNode
}

function Asked({ title, yes, run, onYes, onClose, children }: AskedProps) {
  return (
    <Question title={title} no="Leave it as it is" onNo={onClose} yes={yes} onYes={onYes} busy={run.isPending}>
      <p>{children}</p>
      {run.error && <Problem error={run.error} title="It was not done." />}
    </Question>
  )
}
