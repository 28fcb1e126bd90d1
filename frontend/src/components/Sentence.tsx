import { Fragment } from 'react'

import classes from './Sentence.module.css'

/** A sentence of the server: what it quotes between backticks is set as code. */
export function Sentence({ text }: { text: string }) {
  return (
    <span>
      {text.split(/(`[^`]+`)/).map((part, index) => {
        const quoted = part.length > 2 && part.startsWith('`')
        return <Fragment key={index}>{quoted ? <code className={classes.quoted}>{part.slice(1, -1)}</code> : part}</Fragment>
      })}
    </span>
  )
}
