import { useEffect, useEffectEvent } from 'react'

/** Takes a pasted file, or pasted rows (as a spreadsheet copies them) as a file; pasting into a field stays that. */
export function useFilePaste(onFiles: (files: File[]) => void): void {
  const take = useEffectEvent(onFiles)
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLElement && event.target.closest('input:not([type=file]), textarea, select')) return
      const files = filesIn(event.clipboardData)
      if (files.length === 0) return
      event.preventDefault()
      take(files)
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [])
}

function filesIn(clipboard: DataTransfer | null): File[] {
  if (!clipboard) return []
  if (clipboard.files.length > 0) return [...clipboard.files]
  const text = clipboard.getData('text/plain')
  if (!text.trim().includes('\n')) return []
  const [name, type] = text.includes('\t') ? ['pasted.tsv', 'text/tab-separated-values'] : ['pasted.csv', 'text/csv']
  return [new File([text], name, { type })]
}
