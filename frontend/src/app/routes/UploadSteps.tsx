export { FormatPage } from '@/features/imports/pages/FormatPage'
export { MappingPage } from '@/features/imports/pages/MappingPage'
export { ReadyPage } from '@/features/imports/pages/ReadyPage'
export { RulesPage } from '@/features/imports/pages/RulesPage'
