import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconLogout, IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'

import { downloadLoggedIn } from '@/lib/download'
import type { WhoAmI } from '@/lib/session'

import { useLogOut } from '../api/login'
import classes from './AccountMenu.module.css'

/** Who is logged in, and the way out; without logins there is nobody to name. */
export function AccountMenu({ user }: { user: NonNullable<WhoAmI['user']> }) {
  const logOut = useLogOut()
  // Here, because without logins no session ends.
  useEffect(downloadLoggedIn, [])
  const leave = () => logOut.mutate(undefined, { onError: (error) => notifications.show({ color: 'red', title: 'You are still logged in.', message: error.message }) })
  return (
    <Menu position="bottom-end" width={240} shadow="md" offset={6}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={`Account: ${user.display_name}`}>
          <IconUser size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes.who}>
          <strong>{user.display_name}</strong>
          {user.display_name !== user.email && <span>{user.email}</span>}
          <span>{user.role}</span>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<IconUser size={16} aria-hidden />} renderRoot={(props) => <Link to="/account" {...props} />}>
          Your account
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={leave}>
          Log out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
