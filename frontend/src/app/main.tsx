import 'virtual:theme.css'
import '@/styles/tokens.css'
import '@/styles/mantine.css'
import '@/styles/global.css'
import '@/styles/outcome.css'
import '@/styles/boot.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { Providers } from './Providers'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <Providers />
  </StrictMode>,
)
