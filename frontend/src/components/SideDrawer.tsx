import { Drawer } from '@mantine/core'
import { type ReactNode, useState } from 'react'

import { QuestionScope } from './questionScope'
import classes from './SideDrawer.module.css'

const STYLES = { content: classes.content, title: classes.title }

interface SideDrawerProps {
  opened: boolean
  title: ReactNode
  size?: number
  onClose: () => void
  children: ReactNode
}

/** One thing of a list beside it; whether it is open, and which one, stands in the URL. */
export function SideDrawer({ opened, title, size = 520, onClose, children }: SideDrawerProps) {
  const [asking, setAsking] = useState(false)
  return (
    <Drawer.Root opened={opened} onClose={onClose} position="right" size={size} closeOnEscape={!asking} lockScroll={false} classNames={STYLES}>
      <Drawer.Overlay backgroundOpacity={0.28} />
      <Drawer.Content>
        <div className={classes.header}>
          <Drawer.Title>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label="Close" />
        </div>
        <QuestionScope value={setAsking}>{children}</QuestionScope>
      </Drawer.Content>
    </Drawer.Root>
  )
}
