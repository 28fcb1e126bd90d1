import { fetchLoggedIn } from './api/client'

/** Takes a file of the server. The browser could not go on with one that is refused, so this asks for a login before it. */
export async function download(href: string): Promise<void> {
  // Whatever else is the matter, the browser says by itself.
  await fetchLoggedIn(new Request('/api/v1/jobs?limit=1')).catch(() => undefined)
  const link = document.createElement('a')
  link.href = href
  link.download = ''
  link.click()
}

/** Has every link to a file go by `download`; returns what ends that. */
export function downloadLoggedIn(): () => void {
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[download]') : null
    if (!link) return
    event.preventDefault()
    void download(link.href)
  }
  document.addEventListener('click', onClick)
  return () => document.removeEventListener('click', onClick)
}
