import { PageHeader } from '@/components/PageHeader'
import { ProfilesCard } from '@/features/imports/profiles/ProfilesCard'

import classes from './SettingsPage.module.css'

/** What outlasts a single import. */
export function SettingsPage() {
  return (
    <div className={classes.page}>
      <PageHeader title="Settings" tab="Settings">
        What is kept from one import to the next.
      </PageHeader>
      <ProfilesCard />
    </div>
  )
}
