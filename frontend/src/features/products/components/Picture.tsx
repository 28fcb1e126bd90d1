import { useState } from 'react'

import classes from './Picture.module.css'

/** A picture from another host, which learns neither the page it is on nor, as long as it is out of sight, that it is wanted. */
export function Picture({ address, label }: { address: string; label: string }) {
  const [broken, setBroken] = useState(false)
  if (broken) return <span className={classes.broken}>no picture</span>
  return (
    <img
      className={classes.picture}
      src={address}
      alt={label}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setBroken(true)}
    />
  )
}
