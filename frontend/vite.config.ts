import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

import { colorSchemeScript } from './vite/color-scheme-script.ts'
import { contentSecurityPolicy } from './vite/content-security-policy.ts'
import { themeCss } from './vite/theme-css.ts'

const API = process.env.PRODUCT_IMPORTER_URL ?? 'http://127.0.0.1:8000'

export default defineConfig({
  plugins: [react(), themeCss(), colorSchemeScript(), contentSecurityPolicy()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: process.env.UI_OUT_DIR ?? '../src/product_importer/ui',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: 'assets/manifest.json',
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': { target: API, changeOrigin: true } } },
})
