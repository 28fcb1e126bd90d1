/** Who did something: `user:owner@example.com` reads as the address, `key:pi_ab12` as the key it begins with. */
export function actorInWords(actor: string): string {
  if (actor.startsWith('user:')) return actor.slice('user:'.length)
  if (actor.startsWith('key:')) return `the key ${actor.slice('key:'.length)}…`
  return WORDS[actor] ?? actor
}

const WORDS: Record<string, string> = {
  local: 'this computer',
  'command-line': 'the command line',
  anyone: 'anyone',
  stranger: 'a stranger',
}
