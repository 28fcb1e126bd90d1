/** Why somebody who came from the provider is not let in, and what to do about it. */
const WORDS: Record<string, string> = {
  openid_other_browser: 'This login was begun in another browser, or was ended already. Log in again.',
  openid_too_late: 'It took more than ten minutes. Log in again.',
  openid_refused: 'The provider did not let you in, or you cancelled. Log in again, or ask whoever looks after your account there.',
  openid_code_refused: 'The provider did not know this login any more. Log in again.',
  openid_token_expired: 'What the provider signed has expired. Have an admin compare the clocks of the provider and of this server.',
  openid_token_invalid: 'What the provider answered could not be trusted, so nobody was let in. Tell an admin: the log of the server says what was wrong.',
  openid_unreachable: 'The provider did not answer. Try again in a minute; if it stays so, tell an admin.',
  openid_misconfigured: 'The provider is not set up as this installation expects. Tell an admin: the log of the server says what differs.',
  openid_email_unverified: 'The provider has not verified your e-mail address. Have it verified there, then log in again.',
  openid_other_account: 'Somebody else with your e-mail address comes from the provider already. Ask an admin: they can remove the old account here and invite you.',
  openid_domain_refused: 'Addresses of this domain are not let in. Log in with the address of your company.',
  openid_not_invited: 'You are not invited yet. Ask an admin of this installation for an invitation to this very address.',
  openid_no_role: 'Your account at the provider gives you no role here. Ask whoever looks after it.',
  openid_disabled: 'Your account here is disabled. Ask an admin of this installation.',
}

export function refusalWords(reason: string | undefined): string {
  return WORDS[reason ?? ''] ?? 'Nobody was let in. Log in again.'
}

/** Leads to the provider, and back to `path`. */
export function wayThere(path: string): string {
  return `/api/v1/openid/login?path=${encodeURIComponent(path)}`
}
