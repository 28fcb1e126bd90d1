import { Problem } from '@/components/Problem'
import { Question } from '@/components/Question'

import { useDeleteView, type View } from '../api/views'

/** Asks before a saved list goes. */
export function DeleteView({ view, onDeleted, onClose }: { view: View; onDeleted: () => void; onClose: () => void }) {
  const remove = useDeleteView()
  return (
    <Question
      title={`Delete the list ${view.name}?`}
      no="Keep it"
      onNo={onClose}
      yes="Delete the list"
      onYes={() => remove.mutate(view.id, { onSuccess: onDeleted })}
      busy={remove.isPending}
    >
      <p>Its filters and columns are forgotten, for everybody. No product is changed.</p>
      {remove.error && <Problem error={remove.error} title="It was not deleted." />}
    </Question>
  )
}
