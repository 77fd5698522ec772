import { readFileSync } from 'node:fs'
import inspector from 'node:inspector'
import { registerHooks } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, appLife } from './app.ts'
import { startBrowser } from './browser.ts'
import { closeAllWindows, useBrowser } from './browser-window.ts'
import { tellProtocolWhenReady } from './protocol.ts'
import { followDownloads } from './session.ts'

// The executable: `electron [switches] APP [arguments]`. Runs the built main module of an app's package.json as it stands.
const args = process.argv.slice(2)
const root = resolve(args.find((argument) => !argument.startsWith('-')) ?? '.')
const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly main: string }
const standIn = pathToFileURL(join(import.meta.dirname, 'electron-module.ts')).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})
process.argv = [process.execPath, ...args]
// Prints where it listens, as Playwright expects of Electron.
if (args.includes('--inspect=0')) inspector.open(0, '127.0.0.1')
appLife.begin(root)
tellProtocolWhenReady(() => app.isReady())

// As in Electron: the main module is loaded first, and the app becomes ready after.
await import(pathToFileURL(join(root, main)).href)
const browser = await startBrowser()
appLife.surround({ closeWindows: closeAllWindows, kill: () => browser.kill() })
useBrowser(browser.cdp)
followDownloads(browser.cdp, browser.downloads)
process.stderr.write(`DevTools listening on ${browser.devToolsUrl}\n`)
appLife.becomeReady()
