import { Button, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { IconBookmark } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'

import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { LinkButton } from '@/components/LinkButton'
import { Problem } from '@/components/Problem'
import { Question } from '@/components/Question'
import { RelativeTime } from '@/components/RelativeTime'
import { RowSkeletons } from '@/components/RowSkeletons'
import { isTaken } from '@/lib/api/error'
import { plural } from '@/lib/format'
import { useMay } from '@/lib/session'

import { type Profile, profilesQuery, useDeleteProfile, useSaveProfile } from '../api/profiles'
import classes from './ProfilesCard.module.css'

/** Every saved profile, with what it holds; renamed or deleted in place. */
export function ProfilesCard() {
  const { data, error, refetch } = useQuery(profilesQuery)
  const mayImport = useMay('import')
  return (
    <Card flush title="Profiles">
      {error && <Problem error={error} retry={refetch} title="The profiles could not be loaded." />}
      {!data && !error && <RowSkeletons rows={3} />}
      {data?.items.length === 0 && (
        <EmptyState icon={IconBookmark} title="No profiles yet" actions={mayImport ? <LinkButton to="/upload">Import a file</LinkButton> : undefined}>
          Under <em>Rules</em> of an import, its columns and rules can be saved. The next file with the same columns finds them by itself.
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <ul>
          {data.items.map((profile) => (
            <ProfileRow key={profile.id} profile={profile} mayChange={mayImport} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function ProfileRow({ profile, mayChange }: { profile: Profile; mayChange: boolean }) {
  const [doing, setDoing] = useState<'rename' | 'delete'>()
  return (
    <li className={classes.row}>
      {doing === 'rename' ? (
        <Rename profile={profile} onEnd={() => setDoing(undefined)} />
      ) : (
        <>
          <div className={classes.words}>
            <p className={classes.name}>{profile.name}</p>
            <p className={classes.facts}>
              {plural(profile.columns.length, 'column')}: {profile.columns.slice(0, 5).join(', ')}
              {profile.columns.length > 5 && ' …'} · changed <RelativeTime at={profile.updated_at} />
            </p>
          </div>
          {mayChange && (
            <div className={classes.actions}>
              <Button variant="default" size="xs" aria-label={`Rename ${profile.name}`} onClick={() => setDoing('rename')}>
                Rename
              </Button>
              <Button variant="default" size="xs" aria-label={`Delete ${profile.name}`} onClick={() => setDoing('delete')}>
                Delete
              </Button>
            </div>
          )}
        </>
      )}
      {doing === 'delete' && <Delete profile={profile} onEnd={() => setDoing(undefined)} />}
    </li>
  )
}

function Rename({ profile, onEnd }: { profile: Profile; onEnd: () => void }) {
  const [name, setName] = useState(profile.name)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const save = useSaveProfile()
  const { id, columns, mapping, options } = profile
  const write = () => save.mutate({ id, name: name.trim(), columns, mapping, options }, { onSuccess: onEnd })
  return (
    <form
      className={classes.rename}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') write()
      }}
    >
      <TextInput
        aria-label={`New name of ${profile.name}`}
        value={name}
        maxLength={100}
        ref={field}
        error={save.error ? (isTaken(save.error) ? 'Another profile has this name.' : save.error.message) : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onEnd()
        }}
      />
      <Button type="submit" size="sm" loading={save.isPending} disabled={name.trim() === ''}>
        Save
      </Button>
      <Button variant="default" size="sm" onClick={onEnd}>
        Keep the old name
      </Button>
    </form>
  )
}

function Delete({ profile, onEnd }: { profile: Profile; onEnd: () => void }) {
  const remove = useDeleteProfile()
  const yes = () =>
    remove.mutate(profile.id, {
      onSuccess: () => {
        onEnd()
        notifications.show({ message: `Profile ${profile.name} was deleted.` })
      },
    })
  return (
    <Question title={`Delete ${profile.name}?`} no="Keep it" onNo={onEnd} yes="Delete profile" onYes={yes} busy={remove.isPending}>
      <p>Files with its columns are then recognised by their headers alone. Earlier imports and products stay as they are.</p>
      {remove.error && <Problem error={remove.error} />}
    </Question>
  )
}
