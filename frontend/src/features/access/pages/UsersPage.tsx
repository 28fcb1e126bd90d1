import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { Card } from '@/components/Card'
import { NotAllowed } from '@/components/NotAllowed'
import { Pager } from '@/components/Pager'
import { Problem } from '@/components/Problem'
import { RowSkeletons } from '@/components/RowSkeletons'
import { ShownOnce } from '@/components/ShownOnce'
import { formatMoment } from '@/lib/format'
import { useMay, useSession } from '@/lib/session'

import { type NewLink, usersQuery } from '../api/users'
import classes from '../components/rows.module.css'
import { InviteUser } from '../users/InviteUser'
import { UserRow } from '../users/UserRow'

interface UsersPageProps {
  page: number
  onPage: (page: number) => void
}

/** Everybody who may log in. */
export function UsersPage(props: UsersPageProps) {
  const admin = useMay('admin')
  if (!admin) return <NotAllowed title="Users are for admins">An admin of this installation can say who is let in, and as what.</NotAllowed>
  return <Users {...props} />
}

function Users({ page, onPage }: UsersPageProps) {
  const { data, error, refetch } = useQuery(usersQuery(page))
  const own = useSession()?.user?.id
  const [inviting, setInviting] = useState(false)
  const [made, setMade] = useState<{ link: NewLink; email: string }>()
  const show = (link: NewLink, email: string) => setMade({ link, email })
  return (
    <>
      {made && (
        <ShownOnce
          key={made.link.url}
          title={`Send this link to ${made.email}`}
          meaning={`By it they choose a password, once and until ${formatMoment(made.link.expires_at)}. It is not shown again and nothing is mailed: send it by a way that only they read.`}
          text={made.link.url}
          what="the link"
          onStored={() => setMade(undefined)}
        />
      )}
      <Card
        flush
        title="Users"
        aside={
          <Button size="xs" leftSection={<IconUserPlus size={15} aria-hidden />} onClick={() => setInviting(true)}>
            Invite somebody
          </Button>
        }
      >
        {error && (
          <div className={classes.notice}>
            <Problem error={error} retry={refetch} title="The users could not be loaded." />
          </div>
        )}
        {!data && !error && <RowSkeletons rows={3} />}
        <ul>
          {data?.items.map((user) => (
            <UserRow key={user.id} user={user} own={user.id === own} onLink={show} />
          ))}
        </ul>
        {data && <Pager page={data.page ?? 1} pages={data.pages ?? 1} onPage={onPage} label="Pages of users" />}
      </Card>
      {inviting && (
        <InviteUser
          onInvited={(link, email) => {
            setInviting(false)
            show(link, email)
          }}
          onClose={() => setInviting(false)}
        />
      )}
    </>
  )
}
