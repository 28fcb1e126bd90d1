import { getRouteApi } from '@tanstack/react-router'

import { useImportNames } from '@/features/imports/api/listImports'
import { DeliveriesPage } from '@/features/webhooks/pages/DeliveriesPage'

const route = getRouteApi('/webhooks/$webhookId/')

export function DeliveriesRoute() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const imports = useImportNames()
  return <DeliveriesPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} imports={imports} />
}
