import classes from './CodeBlock.module.css'
import { CopyButton } from '@/components/CopyButton'

interface CodeBlockProps {
  label: string
  code: string
  /** What is copied, where it is not what is shown. */
  copied?: string
  /** A heading over it; the lines are then broken where they are too long to be seen whole. */
  title?: string
}

/** Text to the letter, with a button that copies it; the keyboard scrolls it. */
export function CodeBlock({ label, code, copied = code, title }: CodeBlockProps) {
  return (
    <div className={classes.block} data-titled={title !== undefined || undefined}>
      <div className={classes.head}>
        {title !== undefined && <h4 className={classes.title}>{title}</h4>}
        <CopyButton text={copied} what={label} size="compact-xs" />
      </div>
      <pre className={classes.code} role="region" tabIndex={0} aria-label={label}>
        <code>{code}</code>
      </pre>
    </div>
  )
}
