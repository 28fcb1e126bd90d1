import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'

import { queryClient } from './queryClient'
import { router } from './router'
import { theme } from './theme'

/** Mantine's own `<style>` elements are off: the content security policy forbids them, and `vite/theme-css.ts` replaces them. */
export function Providers() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Notifications position="top-center" containerWidth={360} />
      </QueryClientProvider>
    </MantineProvider>
  )
}
