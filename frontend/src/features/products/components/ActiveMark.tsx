import classes from './ActiveMark.module.css'

export function ActiveMark({ active }: { active: boolean }) {
  return (
    <span className={classes.mark} data-active={active || undefined}>
      {active ? 'Active' : 'Inactive'}
    </span>
  )
}
