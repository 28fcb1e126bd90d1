import classes from './CodeBlock.module.css'
import { CopyButton } from './CopyButton'

interface CodeBlockProps {
  label: string
  code: string
  /** What is copied, where it is not what is shown. */
  copied?: string
}

/** Text to the letter, with a button that copies it; the keyboard scrolls it. */
export function CodeBlock({ label, code, copied = code }: CodeBlockProps) {
  return (
    <div className={classes.block}>
      <pre className={classes.code} role="region" tabIndex={0} aria-label={label}>
        <code>{code}</code>
      </pre>
      <div className={classes.copy}>
        <CopyButton text={copied} what={label} size="compact-xs" />
      </div>
    </div>
  )
}
