import { getRouteApi } from '@tanstack/react-router'

import { SigningPage } from '@/features/webhooks/pages/SigningPage'

const route = getRouteApi('/webhooks/$webhookId/signing')

export function SigningRoute() {
  const { code } = route.useSearch()
  const navigate = route.useNavigate()
  return <SigningPage language={code} onLanguage={(next) => void navigate({ search: { code: next }, resetScroll: false, replace: true })} />
}
