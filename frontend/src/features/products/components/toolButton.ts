import classes from './ToolButton.module.css'

/** The parts of a button whose word gives way to its icon in a narrow window. */
export const TOOL = { root: classes.tool, section: classes.icon, label: classes.word }
