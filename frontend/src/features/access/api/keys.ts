export const accessKeys = {
  link: (token: string) => ['access', 'link', token] as const,
  elsewhere: ['access', 'elsewhere'] as const,
  sessions: ['access', 'sessions'] as const,
  users: ['access', 'users'] as const,
  userPage: (page: number) => ['access', 'users', page] as const,
  apiKeys: ['access', 'api keys'] as const,
  apiKeyPage: (page: number) => ['access', 'api keys', page] as const,
  events: (filter: object) => ['access', 'events', filter] as const,
}
