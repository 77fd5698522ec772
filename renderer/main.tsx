import './kit/styles/tokens.css'
import './kit/styles/base.css'
import { spokenLanguage } from '../shared/language/languages.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { RootBoundary } from './app/errors/root-boundary.tsx'
import { systemLanguages } from './format/format-context.tsx'
import { loadLanguage } from './format/loaded-languages.ts'
import { createQueryClient, createRpcClient } from './app/rpc/client.ts'
import { applySystemTheme } from './app/settings/app-settings.ts'
import { loadFont } from './kit/styles/load-font.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the app.')
applySystemTheme()
await Promise.all([loadFont(), loadLanguage(spokenLanguage('system', systemLanguages()).code)])
createRoot(root).render(
  <StrictMode>
    <RootBoundary>
      <App queryClient={createQueryClient()} rpcClient={createRpcClient()} />
    </RootBoundary>
  </StrictMode>,
)
