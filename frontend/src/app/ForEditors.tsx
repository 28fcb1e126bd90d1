import type { ReactNode } from 'react'

import { NotAllowed } from '@/components/NotAllowed'
import { PageHeader } from '@/components/PageHeader'
import { useMay } from '@/lib/session'

import classes from './NotFoundPage.module.css'

/** Shows the pages of webhooks to those who may set them up: the address of one is often a secret by itself. */
export function ForEditors({ children }: { children: ReactNode }) {
  if (useMay('webhooks')) return children
  return (
    <div className={classes.page}>
      <PageHeader title="Webhooks" tab="Webhooks" />
      <NotAllowed title="Webhooks are for editors">Their addresses and headers are often secrets, so your role does not see them. Ask an admin of this installation if you should.</NotAllowed>
    </div>
  )
}
