import { createContext } from 'react'

/** Told by a question that it opens or closes, so that what stands under it leaves the Escape key alone meanwhile. */
export const QuestionScope = createContext<(open: boolean) => void>(() => undefined)
