export { AccessLogRoute } from './AccessLogRoute'
export { ApiKeysRoute } from './ApiKeysRoute'
export { UsersRoute } from './UsersRoute'
export { AccountPage as AccountRoute } from '@/features/access/pages/AccountPage'
