import { Button } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'

import { Front } from '@/components/Front'
import { Problem } from '@/components/Problem'

import { refusalWords } from '../components/openIdWords'

/** Where somebody lands whom the provider sent back and who is not let in. */
export function LoginRefusedPage({ reason }: { reason: string | undefined }) {
  useDocumentTitle('Not logged in · Product Importer')
  return (
    <Front>
      <h1>You are not logged in</h1>
      <Problem error={new Error(refusalWords(reason))} />
      <Button component="a" href="/">
        To the login
      </Button>
    </Front>
  )
}
