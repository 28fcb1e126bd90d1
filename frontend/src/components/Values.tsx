import classes from './Values.module.css'

/** A value that is no longer there: struck. */
export function Former({ value }: { value: string }) {
  return <del className={classes.former}>{value}</del>
}

/** The value in its place. */
export function Latter({ value }: { value: string }) {
  return <ins className={classes.latter}>{value}</ins>
}

export function Empty() {
  return <span className={classes.empty}>empty</span>
}
