import { expect, it } from 'vitest'

import { actorInWords } from './actor'

it.each([
  ['user:owner@example.com', 'owner@example.com'],
  ['key:pi_ab12', 'the key pi_ab12…'],
  ['local', 'this computer'],
  ['command-line', 'the command line'],
  ['retention', 'retention'],
])('%s reads %s', (actor, words) => expect(actorInWords(actor)).toBe(words))
