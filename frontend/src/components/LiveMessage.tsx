import { VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'

/** Says `message` to screen readers politely, and never more often than every `everyMs`. */
export function LiveMessage({ message, everyMs = 8000 }: { message: string; everyMs?: number }) {
  const [said, setSaid] = useState(message)
  const lastSaid = useRef(0)
  useEffect(() => {
    const wait = Math.max(0, lastSaid.current + everyMs - Date.now())
    const timer = setTimeout(() => {
      lastSaid.current = Date.now()
      setSaid(message)
    }, wait)
    return () => clearTimeout(timer)
  }, [message, everyMs])
  return <VisuallyHidden role="status">{said}</VisuallyHidden>
}
