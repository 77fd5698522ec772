import './kit/styles/tokens.css'
import './print/print.css'
import { parsePrintHash } from '../shared/contract/print-page.ts'
import { loadSystemLanguage } from './format/loaded-languages.ts'
import { showPrint } from './print/show-print.tsx'
import { createRpcClient } from './app/rpc/client.ts'
import { loadFont } from './kit/styles/load-font.ts'

// A document on paper: no frame around it, light whatever the theme, and complete before it says so.
const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the document.')
await Promise.all([loadFont(), loadSystemLanguage()])
void showPrint({ root, page: parsePrintHash(location.hash), client: createRpcClient() })
// Another document at the same address: begin anew.
addEventListener('hashchange', () => location.reload())
