import type { LinkView } from '../api/links'

interface Words {
  title: string
  meaning: (link: LinkView) => string
  button: string
}

/** What each kind of link says to whoever opens it. */
export const WORDS: Record<LinkView['kind'], Words> = {
  set_up: {
    title: 'Set up Product Importer',
    meaning: () => 'You are the first here: this makes the account of the first admin, who then invites the others.',
    button: 'Make my account',
  },
  invitation: {
    title: 'You are invited',
    meaning: ({ role }) => `You will be ${ROLES[role].article} ${role}: ${ROLES[role].may}. Choose a password to come in.`,
    button: 'Choose it and log in',
  },
  reset: {
    title: 'Choose another password',
    meaning: () => 'The former one ends to hold, and so does every login made with it.',
    button: 'Choose it and log in',
  },
}

export const ROLES = {
  viewer: { article: 'a', may: 'you see everything but webhooks, and change nothing' },
  editor: { article: 'an', may: 'you import, change products and set up webhooks' },
  admin: { article: 'an', may: 'you may do everything, and say who else is let in' },
} as const
