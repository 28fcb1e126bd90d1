import { Button } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type ChangeEvent, useRef } from 'react'

import { useStartUpload } from '../transfer/useStartUpload'

/** Takes the downloaded rows back once they are mended. */
export function MendedFile() {
  const input = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  const start = useStartUpload()
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (!file) return
    void navigate({ to: '/upload' }).then(() => start(file))
  }
  return (
    <>
      <input ref={input} type="file" hidden onChange={choose} aria-label="The mended file" />
      <Button size="xs" leftSection={<IconFileUpload size={15} aria-hidden />} onClick={() => input.current?.click()}>
        Upload the mended file
      </Button>
    </>
  )
}
