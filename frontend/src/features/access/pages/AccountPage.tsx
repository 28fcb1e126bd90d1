import { IconUserOff } from '@tabler/icons-react'

import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { useSession } from '@/lib/session'

import { ChangePassword } from '../components/ChangePassword'
import { OwnSessions } from '../components/OwnSessions'
import classes from '@/components/Page.module.css'

/** One's own password and sessions. */
export function AccountPage() {
  const session = useSession()
  const user = session?.user
  return (
    <div className={classes.page}>
      <PageHeader title="Your account" tab="Your account">
        {user && `${user.display_name === user.email ? '' : `${user.display_name} · `}${user.email} · ${user.role}`}
      </PageHeader>
      {user ? (
        <>
          <OwnSessions />
          {session.passwords && <ChangePassword email={user.email} />}
        </>
      ) : (
        <Card>
          <EmptyState icon={IconUserOff} title="Nobody logs in here">
            This server lets in whoever reaches it, so there are no accounts. Start it with AUTH=required to have people log in.
          </EmptyState>
        </Card>
      )}
    </div>
  )
}
