import { useMutation } from '@tanstack/react-query'

import { api, unwrap } from '@/lib/api/client'

/** Cancels an import that waits to be confirmed and that another one has taken the place of; any other is left alone. */
export function useDropCheck() {
  return useMutation({ mutationFn: dropCheck })
}

async function dropCheck(id: string): Promise<void> {
  const found = await unwrap(api.GET('/api/v1/imports/{import_id}', { params: { path: { import_id: id } } }))
  if (found.status !== 'awaiting_confirmation') return
  await unwrap(api.DELETE('/api/v1/jobs/{job_id}', { params: { path: { job_id: id } } }))
}
