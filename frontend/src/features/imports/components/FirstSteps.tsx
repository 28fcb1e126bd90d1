import classes from './FirstSteps.module.css'

const STEPS = [
  ['Give it a file', 'It is looked at, not imported: you see its columns and where each one goes.'],
  ['Check and start', 'Only SKU and name are needed. The same SKU again updates the product.'],
  ['Read the receipt', 'Every row is accounted for. Rows that could not go in are listed with the reason.'],
] as const

/** What a person who has never imported needs to know. */
export function FirstSteps() {
  return (
    <ol className={classes.steps}>
      {STEPS.map(([title, text], index) => (
        <li key={title} className={classes.step}>
          <span className={classes.number} aria-hidden>
            {index + 1}
          </span>
          <div>
            <p className={classes.title}>{title}</p>
            <p className={classes.text}>{text}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}
