import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { Card } from './Card'
import { EmptyState } from './EmptyState'
import { LinkButton } from './LinkButton'

/** In place of what this person may not do or see: who can. */
export function NotAllowed({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <EmptyState icon={IconLock} title={title} actions={<LinkButton to="/products">See the products</LinkButton>}>
        {children}
      </EmptyState>
    </Card>
  )
}
