import './kit/styles/tokens.css'
import './kit/styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { RootBoundary } from './app/errors/root-boundary.tsx'
import { loadSystemLanguage } from './format/loaded-languages.ts'
import { createQueryClient, createRpcClient } from './app/rpc/client.ts'
import { applySystemTheme } from './app/settings/app-settings.ts'
import { loadFont } from './kit/styles/load-font.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the app.')
applySystemTheme()
await Promise.all([loadFont(), loadSystemLanguage()])
createRoot(root).render(
  <StrictMode>
    <RootBoundary>
      <App queryClient={createQueryClient()} rpcClient={createRpcClient()} />
    </RootBoundary>
  </StrictMode>,
)
