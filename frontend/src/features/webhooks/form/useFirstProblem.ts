import { type RefObject, useEffect } from 'react'

/** After a refused save the keyboard goes on at the first field that is wrong. */
export function useFirstProblem(form: RefObject<HTMLElement | null>, refusals: number): void {
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus()
  }, [form, refusals])
}
