import { getRouteApi } from '@tanstack/react-router'

import { ProductsPage } from '@/features/products/pages/ProductsPage'

const route = getRouteApi('/products')

export function ProductsRoute() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return <ProductsPage search={search} onSearch={(next, how) => void navigate({ search: next, resetScroll: false, ...how })} />
}
