import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

import { colorSchemeScript } from './vite/color-scheme-script.ts'
import { themeCss } from './vite/theme-css.ts'

// Left to themselves, the fields of forms become a dozen tiny files, which compress worse than one: the heaviest page
// would be over its budget. The price is that the shell loads them too, 6 kB sooner than some pages need them.
const FIELDS = /@mantine.core.*[\\/](Checkbox|InlineInput|Input|InputBase|NativeSelect|SegmentedControl|FloatingIndicator|Switch|TextInput)\//

const API = process.env.PRODUCT_IMPORTER_URL ?? 'http://127.0.0.1:8000'

export default defineConfig({
  plugins: [react(), themeCss(), colorSchemeScript()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: process.env.UI_OUT_DIR ?? '../src/product_importer/ui',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: 'assets/manifest.json',
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'fields', test: FIELDS }] } } },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': { target: API, changeOrigin: true } } },
})
