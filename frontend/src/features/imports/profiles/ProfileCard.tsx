import { Button, NativeSelect, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { Card } from '@/components/Card'
import { Problem } from '@/components/Problem'
import { isTaken } from '@/lib/api/error'

import { type Profile, profilesQuery, useSaveProfile } from '../api/profiles'
import type { Upload } from '../api/types'
import type { DraftOf } from '../draft/useDraft'
import classes from './ProfileCard.module.css'

interface ProfileCardProps {
  upload: Upload
  draft: DraftOf
}

/** Keeps these columns and rules for the next file of the same kind, or takes those of an earlier one. */
export function ProfileCard({ upload, draft }: ProfileCardProps) {
  const { data, error } = useQuery(profilesQuery)
  const profiles = data?.items ?? []
  return (
    <Card title="Profiles">
      <p className={classes.text}>A profile keeps where the columns go and the rules. A file with the same columns finds it by itself.</p>
      {error && <Problem error={error} title="The profiles could not be loaded." />}
      <div className={classes.forms}>
        <SaveProfile upload={upload} draft={draft} profiles={profiles} />
        {profiles.length > 0 && <TakeProfile upload={upload} draft={draft} profiles={profiles} />}
      </div>
    </Card>
  )
}

type FormProps = ProfileCardProps & { profiles: Profile[] }

function SaveProfile({ upload, draft, profiles }: FormProps) {
  const [name, setName] = useState(upload.profile?.name ?? '')
  const save = useSaveProfile()
  const wanted = name.trim()
  const known = profiles.find((profile) => profile.name === wanted)
  const write = () => {
    const columns = upload.columns.map(({ key }) => key)
    save.mutate(
      { ...(known ? { id: known.id } : {}), name: wanted, columns, mapping: draft.mapping, options: { ...draft.options, dry_run: false } },
      { onSuccess: () => notifications.show({ message: known ? `Profile ${wanted} was changed.` : `Profile ${wanted} was saved.` }) },
    )
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== '') write()
      }}
    >
      <TextInput
        label="Save these columns and rules as"
        placeholder="Supplier or kind of file"
        maxLength={100}
        value={name}
        error={save.error ? (isTaken(save.error) ? 'Another profile has this name.' : save.error.message) : undefined}
        onChange={(event) => {
          setName(event.currentTarget.value)
          save.reset()
        }}
      />
      <Button type="submit" variant="default" loading={save.isPending} disabled={wanted === ''}>
        {known ? 'Change profile' : 'Save profile'}
      </Button>
    </form>
  )
}

function TakeProfile({ upload, draft, profiles }: FormProps) {
  const [chosen, setChosen] = useState(upload.profile?.id ?? profiles[0]?.id ?? '')
  const profile = profiles.find(({ id }) => id === chosen)
  const fitting = profile ? upload.columns.filter(({ key }) => key in profile.mapping).length : 0
  const take = () => {
    if (!profile) return
    draft.setMapping({ ...draft.mapping, ...Object.fromEntries(upload.columns.flatMap(({ key }) => (key in profile.mapping ? [[key, profile.mapping[key] ?? null]] : []))) })
    draft.setOptions(profile.options)
    notifications.show({ message: `Columns and rules are now those of ${profile.name}.` })
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <NativeSelect
        label="Use the profile"
        description={`Knows ${fitting} of the ${upload.columns.length} columns`}
        inputWrapperOrder={['label', 'input', 'description']}
        value={chosen}
        data={profiles.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={fitting === 0}>
        Use it
      </Button>
    </form>
  )
}
