import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import { OneTimeLinkPage } from '@/features/access/pages/OneTimeLinkPage'

export function OneTimeLinkRoute() {
  const navigate = useNavigate()
  const [token] = useState(() => window.location.hash.slice(1))
  return <OneTimeLinkPage token={token} onEntered={() => void navigate({ to: '/upload', replace: true })} />
}
