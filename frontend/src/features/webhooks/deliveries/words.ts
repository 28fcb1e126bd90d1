import type { Attempt, Delivery, DeliveryStatus } from '../api/types'

export const STATUS_WORDS: Record<DeliveryStatus, string> = { delivered: 'Delivered', pending: 'Waiting', failed: 'Failed' }

/** "Delivered", "Failed", and of what is owed whether it was tried already. */
export function statusOf({ status, last_error }: Pick<Delivery, 'status' | 'last_error'>): string {
  return status === 'pending' && last_error !== null ? 'Retrying' : STATUS_WORDS[status]
}

const BY_CODE: Record<string, string> = {
  timeout: 'Answer as soon as the message is stored, and do the work after that; or set a longer timeout.',
  name_not_found: 'Check the host in the URL, and that its DNS entry is there.',
  connection_failed: 'Check that the receiver runs, and that its port can be reached from here.',
  connection_lost: 'Check the log of the receiver, or of a proxy before it, at this time.',
  tls_failed: 'Check that the certificate of the receiver is valid for this host, and complete.',
  answer_invalid: 'Check that an HTTP server listens on this port.',
  redirected: 'Set the address that it leads to as the URL.',
}

/** What to do about an attempt that failed, as far as the answer tells; the error itself says what happened. */
export function adviceFor({ ok, status, error_code: code }: Pick<Attempt, 'ok' | 'status' | 'error_code'>): string | undefined {
  if (ok) return undefined
  if (status === null || code !== 'refused') return code === null ? undefined : BY_CODE[code]
  if (status === 401 || status === 403) return 'Check that it verifies with the secret of this webhook, and whether it wants a header such as Authorization.'
  if (status === 404 || status === 405) return 'Check the path in the URL: nothing takes a POST there.'
  if (status === 410) return 'It asks for nothing more to be sent, so the webhook is turned off.'
  if (status === 413) return 'Let the receiver, or a proxy before it, take larger bodies.'
  if (status === 429) return 'Set a lower number of messages an hour.'
  if (status >= 500) return 'The receiver failed at it: its own log at this time says why.'
  return 'Only an answer with a 2xx status counts as taken.'
}

/** JSON with line breaks, for reading; anything else as it is. */
export function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
