import { getRouteApi } from '@tanstack/react-router'

import { ReadyPage } from '@/features/imports/pages/ReadyPage'

const route = getRouteApi('/upload/$uploadId')

export function ReadyRoute() {
  const { uploadId } = route.useParams()
  return <ReadyPage uploadId={uploadId} />
}
