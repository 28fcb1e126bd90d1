import { useBlocker } from '@tanstack/react-router'

import { Question } from '@/components/Question'

/** Asks before edits are lost: to closing the drawer, to another page, or (through the browser) to closing the tab. */
export function UnsavedGuard({ active }: { active: boolean }) {
  const blocker = useBlocker({ shouldBlockFn: () => active, enableBeforeUnload: active, disabled: !active, withResolver: true })
  if (blocker.status !== 'blocked') return null
  return (
    <Question title="Your changes are not saved" no="Keep editing" onNo={blocker.reset} yes="Discard changes" onYes={blocker.proceed}>
      <p>What you have written in this form will be lost.</p>
    </Question>
  )
}
