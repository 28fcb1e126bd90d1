import type { Plugin } from 'vite'

// Runs before the first paint, so that someone who chose dark never sees a white flash.
const SOURCE = `(function () {
  var chosen = null
  try { chosen = localStorage.getItem('mantine-color-scheme-value') } catch (e) { chosen = null }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
`

/** Emits the script as a hashed file of its own: an inline one would need `unsafe-inline`. */
export function colorSchemeScript(): Plugin {
  let reference: string | undefined
  return {
    name: 'color-scheme-script',
    apply: 'build',
    buildStart() {
      reference = this.emitFile({ type: 'asset', name: 'color-scheme.js', source: SOURCE })
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, context) {
        const file = Object.values(context.bundle ?? {}).find(({ fileName }) => fileName.includes('color-scheme'))
        if (!reference || !file) throw new Error('the colour scheme script was not emitted')
        return [{ tag: 'script', attrs: { src: `/${file.fileName}` }, injectTo: 'head-prepend' }]
      },
    },
  }
}
