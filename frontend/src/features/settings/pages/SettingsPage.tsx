import { useQuery } from '@tanstack/react-query'

import { ProfilesCard } from '@/features/imports/profiles/ProfilesCard'

import { statusQuery } from '../api/status'
import { FactsCard } from '../components/FactsCard'
import { HealthCard } from '../components/HealthCard'
import { healthInWords } from '../components/healthInWords'
import { limitsInWords } from '../components/limits'
import { SettingsFrame } from '../components/SettingsFrame'
import { versionsInWords } from '../components/versions'
import { WorkersCard } from '../components/WorkersCard'
import classes from './SettingsPage.module.css'

const LIMITS = 7
const VERSIONS = 5

/** What outlasts a single import, and how the installation is doing. */
export function SettingsPage() {
  const { data } = useQuery(statusQuery)
  const troubled = data !== undefined && data.state !== 'ok'
  return (
    <SettingsFrame tab={troubled ? `${healthInWords(data.checks)} · Settings` : 'Settings'}>
      <ProfilesCard />
      <HealthCard />
      <WorkersCard />
      <div className={classes.pair}>
        <FactsCard title="Limits" facts={data && limitsInWords(data.limits)} rows={LIMITS} />
        <FactsCard title="Versions" facts={data && versionsInWords(data.versions)} rows={VERSIONS} />
      </div>
    </SettingsFrame>
  )
}
