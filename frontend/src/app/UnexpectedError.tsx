import { Button } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'

import { PageHeader } from '@/components/PageHeader'
import { Problem } from '@/components/Problem'

import classes from './NotFoundPage.module.css'

// A new version of the server removes the old version's hashed files while this page is still open.
const MISSING_PART = /dynamically imported module|Importing a module script failed/i

export function UnexpectedError({ error, reset }: ErrorComponentProps) {
  const found = error instanceof Error ? error : new Error(String(error))
  const outdated = MISSING_PART.test(found.message)
  const shown = outdated ? new Error('This page is from an older version of Product Importer, or the server is away. Load it anew.') : found
  return (
    <div className={classes.page}>
      <PageHeader title="This page could not be shown" tab="Error" />
      <Problem error={shown} retry={outdated ? undefined : reset}>
        <Button size="xs" variant="default" onClick={() => window.location.reload()}>
          Load the page anew
        </Button>
      </Problem>
    </div>
  )
}
