import { getRouteApi, Outlet } from '@tanstack/react-router'

import { UploadLayout } from '@/features/imports/pages/UploadLayout'

const route = getRouteApi('/upload/$uploadId')

export function UploadStepsRoute() {
  const { uploadId } = route.useParams()
  return (
    <UploadLayout key={uploadId} uploadId={uploadId}>
      <Outlet />
    </UploadLayout>
  )
}
