import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconBan, IconCircleCheck, IconDots, IconLink, IconLogout, IconTrash, IconUserCog } from '@tabler/icons-react'
import { useState } from 'react'

import { IN_PLACE } from '@/components/menu'
import { RelativeTime } from '@/components/RelativeTime'

import { type NewLink, type User, useChangeUser } from '../api/users'
import classes from '../components/rows.module.css'
import { ChangeRole } from './ChangeRole'
import { type Deed, UserQuestion } from './UserQuestion'
import { nameOf, stateInWords } from './words'

interface UserRowProps {
  user: User
  /** Whether it is whoever looks at the list. */
  own: boolean
  onLink: (link: NewLink, email: string) => void
}

export function UserRow({ user, own, onLink }: UserRowProps) {
  const [doing, setDoing] = useState<Deed | 'role'>()
  const state = stateInWords(user)
  const close = () => setDoing(undefined)
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <p className={classes.name}>
          {nameOf(user)} {own && <span className={classes.mark}>· you</span>}
        </p>
        <p className={classes.facts}>
          {user.display_name !== user.email && `${user.email} · `}
          {user.last_login_at === null ? 'never logged in' : <Seen at={user.last_login_at} />}
        </p>
      </div>
      {state !== undefined && (
        <span className={classes.state} data-off={user.disabled || undefined}>
          {state}
        </span>
      )}
      <span className={classes.role}>{user.role}</span>
      <UserMenu user={user} onDo={setDoing} />
      {doing === 'role' && <ChangeRole user={user} onClose={close} />}
      {doing !== undefined && doing !== 'role' && <UserQuestion user={user} deed={doing} onLink={onLink} onClose={close} />}
    </li>
  )
}

function Seen({ at }: { at: string }) {
  return (
    <>
      logged in <RelativeTime at={at} />
    </>
  )
}

function UserMenu({ user, onDo }: { user: User; onDo: (what: Deed | 'role') => void }) {
  const change = useChangeUser()
  const enable = () =>
    change.mutate(
      { id: user.id, patch: { disabled: false } },
      { onError: (error) => notifications.show({ color: 'red', title: `${nameOf(user)} was not enabled.`, message: error.message }) },
    )
  return (
    <Menu {...IN_PLACE} position="bottom-end" width={220} shadow="md">
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={`Change ${nameOf(user)}`}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUserCog size={16} aria-hidden />} onClick={() => onDo('role')}>
          Change role…
        </Menu.Item>
        {!user.disabled && (
          <Menu.Item leftSection={<IconLink size={16} aria-hidden />} onClick={() => onDo('link')}>
            {user.joined ? 'Make a reset link…' : 'Make another link…'}
          </Menu.Item>
        )}
        {user.joined && !user.disabled && (
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => onDo('log out')}>
            Log out everywhere…
          </Menu.Item>
        )}
        {user.disabled ? (
          <Menu.Item leftSection={<IconCircleCheck size={16} aria-hidden />} onClick={enable}>
            Enable
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconBan size={16} aria-hidden />} onClick={() => onDo('disable')}>
            Disable…
          </Menu.Item>
        )}
        <Menu.Item className={classes.danger} leftSection={<IconTrash size={16} aria-hidden />} onClick={() => onDo('delete')}>
          Delete…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
