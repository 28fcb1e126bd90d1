import classes from './Grid.module.css'

interface ActiveSwitchProps {
  sku: string
  active: boolean
  disabled: boolean
  tabIndex: number
  onToggle: () => void
}

/** A product's state in its cell; Space, Enter or a click turns it. */
export function ActiveSwitch({ sku, active, disabled, tabIndex, onToggle }: ActiveSwitchProps) {
  return (
    <span className={classes.state} data-active={active || undefined}>
      <button
        type="button"
        role="switch"
        aria-checked={active}
        aria-label={`${sku} is active`}
        className={classes.switch}
        disabled={disabled}
        tabIndex={tabIndex}
        onClick={onToggle}
      />
      {active ? 'Active' : 'Inactive'}
    </span>
  )
}
