import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { RootBoundary } from './errors/root-boundary.tsx'
import { createQueryClient, createRpcClient } from './rpc.ts'
import { applySystemTheme } from './settings/app-settings.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the app.')
applySystemTheme()
createRoot(root).render(
  <StrictMode>
    <RootBoundary>
      <App queryClient={createQueryClient()} rpcClient={createRpcClient()} />
    </RootBoundary>
  </StrictMode>,
)
