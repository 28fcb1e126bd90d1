import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core'
import type { Plugin } from 'vite'

import { theme } from '../src/app/theme.ts'

const VIRTUAL = 'virtual:theme.css'
const USED_PALETTES = new Set(['accent', 'gray', 'dark', 'red'])

/** Mantine would write its variables into a `<style>` element, which a strict CSP forbids; here they become a file. */
export function themeCss(): Plugin {
  return {
    name: 'theme-css',
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : null),
    load: (id) => (id === `\0${VIRTUAL}` ? themeVariables() : null),
  }
}

function themeVariables(): string {
  const resolved = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme))
  return convertCssVariables({
    variables: keepUsed(resolved.variables),
    light: keepUsed(resolved.light),
    dark: keepUsed(resolved.dark),
  })
}

function keepUsed(variables: Record<string, string>): Record<string, string> {
  const palettes = Object.keys(DEFAULT_THEME.colors).filter((name) => !USED_PALETTES.has(name))
  const unused = new RegExp(`^--mantine-color-(${palettes.join('|')})-`)
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !unused.test(name)))
}
