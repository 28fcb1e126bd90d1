import classes from './Dialog.module.css'

/** The parts of a dialog with a form in it. */
export const DIALOG = { content: classes.content, header: classes.header, title: classes.title }
