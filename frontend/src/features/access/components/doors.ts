/** What stands before the product or over it, loaded as one. */
export { ClosedPage } from '../pages/ClosedPage'
export { LoginPage } from '../pages/LoginPage'
export { LoginAgain } from './LoginAgain'
