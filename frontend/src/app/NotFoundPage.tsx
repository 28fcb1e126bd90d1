import { IconMapOff } from '@tabler/icons-react'

import { EmptyState } from '@/components/EmptyState'
import { LinkButton } from '@/components/LinkButton'
import { PageHeader } from '@/components/PageHeader'

import classes from './NotFoundPage.module.css'

export function NotFoundPage() {
  return (
    <div className={classes.page}>
      <PageHeader title="There is no such page" tab="No such page" />
      <EmptyState icon={IconMapOff} title="This address leads nowhere" actions={<LinkButton to="/upload">Go to Import</LinkButton>}>
        Check that it was copied whole, or go on from one of the pages in the menu.
      </EmptyState>
    </div>
  )
}
