/** What the drawer shows where nothing is edited, loaded as one. */
export { LookAtProduct, NoNewProduct } from './LookAtProduct'
export { TrashedProduct } from './TrashedProduct'
