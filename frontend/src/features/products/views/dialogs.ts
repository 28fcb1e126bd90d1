/** What is asked about a saved list, loaded as one. */
export { DeleteView } from './DeleteView'
export { NameView } from './NameView'
