export { SettingsPage as SettingsRoute } from '@/features/settings/pages/SettingsPage'
