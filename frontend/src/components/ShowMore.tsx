import classes from './ShowMore.module.css'

/** The rest of a short list, in its place. */
export function ShowMore({ label, onShow }: { label: string; onShow: () => void }) {
  return (
    <button type="button" className={classes.more} onClick={onShow}>
      {label}
    </button>
  )
}
