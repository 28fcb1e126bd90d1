import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'

import { productsSearch } from '@/features/products/search'

import { NotFoundPage } from './NotFoundPage'
import { optionalText, pageNumber, readSearch, writeSearch } from './searchParams'
import { Shell } from './Shell'
import { UnexpectedError } from './UnexpectedError'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, errorComponent: UnexpectedError })

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

const ready = createRoute({
  getParentRoute: () => root,
  path: '/upload/$uploadId',
  component: lazyRouteComponent(() => import('./routes/ReadyRoute'), 'ReadyRoute'),
})

const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$importId',
  validateSearch: (search: Record<string, unknown>): { page?: number; reason?: string } => ({
    ...pageNumber(search),
    ...optionalText('reason', search),
  }),
  component: lazyRouteComponent(() => import('./routes/ImportRoute'), 'ImportRoute'),
})

const products = createRoute({
  getParentRoute: () => root,
  path: '/products',
  validateSearch: productsSearch,
  component: lazyRouteComponent(() => import('./routes/ProductsRoute'), 'ProductsRoute'),
})

const jobs = createRoute({
  getParentRoute: () => root,
  path: '/jobs',
  validateSearch: (search: Record<string, unknown>): { page?: number } => pageNumber(search),
  component: lazyRouteComponent(() => import('./routes/JobsRoute'), 'JobsRoute'),
})

export const router = createRouter({
  routeTree: root.addChildren([index, upload, ready, oneImport, products, jobs]),
  defaultPreload: 'intent',
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
