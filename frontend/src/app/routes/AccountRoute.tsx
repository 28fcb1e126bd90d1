export { AccountPage as AccountRoute } from '@/features/access/pages/AccountPage'
