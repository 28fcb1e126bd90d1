import { useId } from 'react'

import classes from './RadioCards.module.css'
import { Sentence } from './Sentence'

interface RadioCardsProps<Value extends string> {
  label: string
  options: { value: Value; title: string; words: string }[]
  value: Value
  onValue: (value: Value) => void
}

/** One of a few answers, each with what it means. */
export function RadioCards<Value extends string>({ label, options, value, onValue }: RadioCardsProps<Value>) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className={classes.choices}>
      {options.map((one) => (
        <label key={one.value} className={classes.choice} data-chosen={one.value === value || undefined}>
          <input type="radio" name={name} value={one.value} checked={one.value === value} onChange={() => onValue(one.value)} />
          <span className={classes.title}>{one.title}</span>
          <span className={classes.meaning}>
            <Sentence text={one.words} />
          </span>
        </label>
      ))}
    </div>
  )
}
