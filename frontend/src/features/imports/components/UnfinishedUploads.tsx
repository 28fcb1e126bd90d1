import { Button, Progress } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconRotateClockwise } from '@tabler/icons-react'
import { type ChangeEvent, useRef, useState } from 'react'

import { Card } from '@/components/Card'
import { LinkButton } from '@/components/LinkButton'
import { RelativeTime } from '@/components/RelativeTime'
import { fetchLoggedIn } from '@/lib/api/client'
import { formatBytes, formatPercent } from '@/lib/format'

import { uploadKeys } from '../api/keys'
import { type Unfinished, unfinishedQuery } from '../api/listUnfinished'
import { forget } from '../transfer/resumable'
import classes from './UnfinishedUploads.module.css'

/** Uploads that broke off, for instance because the browser was closed: each goes on once its file is chosen again. */
export function UnfinishedUploads({ onFile }: { onFile: (file: File) => void }) {
  const { data } = useQuery(unfinishedQuery)
  if (!data || data.length === 0) return null
  return (
    <Card flush title={data.length === 1 ? 'An upload broke off' : 'Uploads that broke off'}>
      <ul>
        {data.map((one) => (
          <UnfinishedRow key={one.url} one={one} onFile={onFile} />
        ))}
      </ul>
    </Card>
  )
}

function UnfinishedRow({ one, onFile }: { one: Unfinished; onFile: (file: File) => void }) {
  const percent = (one.loaded / Math.max(1, one.size)) * 100
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <p className={classes.name}>{one.filename}</p>
        <p className={classes.facts}>
          {formatBytes(one.loaded)} of {formatBytes(one.size)} are there · begun <RelativeTime at={one.begunAt} />
        </p>
        <Progress value={percent} size={6} aria-label={`Upload of ${one.filename}`} />
      </div>
      <GoOn one={one} percent={percent} onFile={onFile} />
    </li>
  )
}

/** A browser cannot keep a file, so the person chooses it again; another file is not taken for it. */
function GoOn({ one, percent, onFile }: { one: Unfinished; percent: number; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const queries = useQueryClient()
  const [other, setOther] = useState<string>()
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (!file) return
    if (file.name === one.filename && file.size === one.size) onFile(file)
    else setOther(`${file.name} is another file. Choose ${one.filename} with ${formatBytes(one.size)}.`)
  }
  const drop = async () => {
    await fetchLoggedIn(new Request(one.url, { method: 'DELETE', headers: { 'Tus-Resumable': '1.0.0' } }))
    await forget(one.url)
    await queries.invalidateQueries({ queryKey: uploadKeys.unfinished })
  }
  const id = one.url.split('/').at(-1) ?? ''
  return (
    <div className={classes.actions}>
      <input ref={input} type="file" hidden onChange={choose} aria-label={`Choose ${one.filename} again`} />
      {percent < 100 ? (
        <Button size="sm" leftSection={<IconRotateClockwise size={16} aria-hidden />} onClick={() => input.current?.click()}>
          Go on from {formatPercent(percent)}
        </Button>
      ) : (
        <LinkButton size="sm" to="/upload/$uploadId" params={{ uploadId: id }} onClick={() => void forget(one.url)}>
          Look at it
        </LinkButton>
      )}
      <Button size="sm" variant="default" aria-label={`Drop it: ${one.filename}`} onClick={() => void drop()}>
        Drop it
      </Button>
      {other && (
        <p className={classes.other} role="alert">
          {other}
        </p>
      )}
    </div>
  )
}
