import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'

import { logSearch } from '@/features/access/log/search'
import { productsSearch } from '@/features/products/search'
import { deliveriesSearch } from '@/features/webhooks/deliveries/search'
import { spanOf } from '@/features/webhooks/health/spans'
import { languageOf } from '@/features/webhooks/signing/languages'

import { Frame } from './Frame'
import { optionalText, pageNumber, pageNumberOf, readSearch, writeSearch } from './searchParams'
import { UnexpectedError } from './UnexpectedError'

const root = createRootRoute({ component: Frame, notFoundComponent: lazyRouteComponent(() => import('./NotFoundPage'), 'NotFoundPage'), errorComponent: UnexpectedError })

const index = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/upload', replace: true })
  },
})

const upload = createRoute({
  getParentRoute: () => root,
  path: '/upload',
  validateSearch: (search: Record<string, unknown>): { page?: number } => pageNumber(search),
  component: lazyRouteComponent(() => import('./routes/UploadRoute'), 'UploadRoute'),
})

const uploadSteps = createRoute({
  getParentRoute: () => root,
  path: '/upload/$uploadId',
  component: lazyRouteComponent(() => import('./routes/UploadStepsRoute'), 'UploadStepsRoute'),
})

const steps = () => import('./routes/UploadSteps')

const ready = createRoute({ getParentRoute: () => uploadSteps, path: '/', component: lazyRouteComponent(steps, 'ReadyPage') })
const format = createRoute({ getParentRoute: () => uploadSteps, path: '/adjust/format', component: lazyRouteComponent(steps, 'FormatPage') })
const mapping = createRoute({ getParentRoute: () => uploadSteps, path: '/adjust/mapping', component: lazyRouteComponent(steps, 'MappingPage') })
const rules = createRoute({ getParentRoute: () => uploadSteps, path: '/adjust/rules', component: lazyRouteComponent(steps, 'RulesPage') })

const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$importId',
  component: lazyRouteComponent(() => import('./routes/ImportLayoutRoute'), 'ImportLayoutRoute'),
})

const receipt = createRoute({
  getParentRoute: () => oneImport,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { page?: number; reason?: string; drift?: number } => ({
    ...pageNumber(search),
    ...optionalText('reason', search),
    ...pageNumberOf('drift', search),
  }),
  component: lazyRouteComponent(() => import('./routes/ImportRoute'), 'ImportRoute'),
})

const plan = createRoute({
  getParentRoute: () => oneImport,
  path: '/plan',
  validateSearch: (search: Record<string, unknown>): { show?: string; field?: string; page?: number; reason?: string } => ({
    ...optionalText('show', search),
    ...optionalText('field', search),
    ...pageNumber(search),
    ...optionalText('reason', search),
  }),
  component: lazyRouteComponent(() => import('./routes/PlanRoute'), 'PlanRoute'),
})

const undo = createRoute({
  getParentRoute: () => oneImport,
  path: '/undo',
  validateSearch: (search: Record<string, unknown>): { page?: number } => pageNumber(search),
  component: lazyRouteComponent(() => import('./routes/UndoRoute'), 'UndoRoute'),
})

const products = createRoute({
  getParentRoute: () => root,
  path: '/products',
  validateSearch: productsSearch,
  component: lazyRouteComponent(() => import('./routes/ProductsRoute'), 'ProductsRoute'),
})

const webhooks = createRoute({
  getParentRoute: () => root,
  path: '/webhooks',
  validateSearch: (search: Record<string, unknown>): { page?: number } => pageNumber(search),
  component: lazyRouteComponent(() => import('./routes/WebhooksRoute'), 'WebhooksRoute'),
})

const newWebhook = createRoute({
  getParentRoute: () => root,
  path: '/webhooks/new',
  component: lazyRouteComponent(() => import('./routes/NewWebhookRoute'), 'NewWebhookRoute'),
})

const webhook = createRoute({
  getParentRoute: () => root,
  path: '/webhooks/$webhookId',
  component: lazyRouteComponent(() => import('./routes/WebhookLayoutRoute'), 'WebhookLayoutRoute'),
})

const deliveries = createRoute({
  getParentRoute: () => webhook,
  path: '/',
  validateSearch: deliveriesSearch,
  component: lazyRouteComponent(() => import('./routes/DeliveriesRoute'), 'DeliveriesRoute'),
})

const health = createRoute({
  getParentRoute: () => webhook,
  path: '/health',
  validateSearch: spanOf,
  component: lazyRouteComponent(() => import('./routes/HealthRoute'), 'HealthRoute'),
})

const signing = createRoute({
  getParentRoute: () => webhook,
  path: '/signing',
  validateSearch: languageOf,
  component: lazyRouteComponent(() => import('./routes/SigningRoute'), 'SigningRoute'),
})

const webhookSettings = createRoute({
  getParentRoute: () => webhook,
  path: '/settings',
  component: lazyRouteComponent(() => import('./routes/WebhookSettingsRoute'), 'WebhookSettingsRoute'),
})

const jobs = createRoute({
  getParentRoute: () => root,
  path: '/jobs',
  validateSearch: (search: Record<string, unknown>): { page?: number } => pageNumber(search),
  component: lazyRouteComponent(() => import('./routes/JobsRoute'), 'JobsRoute'),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./routes/SettingsRoute'), 'SettingsRoute'),
})

const access = () => import('./routes/AccessRoutes')

const users = createRoute({
  getParentRoute: () => root,
  path: '/settings/users',
  validateSearch: (search: Record<string, unknown>): { page?: number } => pageNumber(search),
  component: lazyRouteComponent(access, 'UsersRoute'),
})

const apiKeys = createRoute({
  getParentRoute: () => root,
  path: '/settings/keys',
  validateSearch: (search: Record<string, unknown>): { page?: number } => pageNumber(search),
  component: lazyRouteComponent(access, 'ApiKeysRoute'),
})

const accessLog = createRoute({
  getParentRoute: () => root,
  path: '/settings/access-log',
  validateSearch: logSearch,
  component: lazyRouteComponent(access, 'AccessLogRoute'),
})

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(access, 'AccountRoute'),
})

const oneTimeLink = lazyRouteComponent(() => import('./routes/OneTimeLinkRoute'), 'OneTimeLinkRoute')

const setUp = createRoute({ getParentRoute: () => root, path: '/set-up', component: oneTimeLink })
const invitation = createRoute({ getParentRoute: () => root, path: '/invitation', component: oneTimeLink })
const resetPassword = createRoute({ getParentRoute: () => root, path: '/reset-password', component: oneTimeLink })

const loginRefused = createRoute({
  getParentRoute: () => root,
  path: '/login-refused',
  validateSearch: (search: Record<string, unknown>): { reason?: string } => optionalText('reason', search),
  component: lazyRouteComponent(() => import('./routes/LoginRefusedRoute'), 'LoginRefusedRoute'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    index,
    upload,
    uploadSteps.addChildren([ready, format, mapping, rules]),
    oneImport.addChildren([receipt, plan, undo]),
    products,
    webhooks,
    newWebhook,
    webhook.addChildren([deliveries, health, signing, webhookSettings]),
    jobs,
    settings,
    users,
    apiKeys,
    accessLog,
    account,
    setUp,
    invitation,
    resetPassword,
    loginRefused,
  ]),
  defaultPreload: 'intent',
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  scrollRestoration: true,
  scrollToTopSelectors: ['#main'],
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
