import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { afterAll, describe, expect, it, vi } from 'vitest'

type Listener = (...args: readonly unknown[]) => void

/** What the shell said to Electron, which is not here. */
const said = {
  listeners: new Map<string, Listener>(),
  schemes: [] as { readonly privileges: Record<string, boolean> }[],
}
const KEY = 'covercastElectronCalls'
Reflect.set(globalThis, KEY, said)
const STAND_IN = `data:text/javascript,
  const said = globalThis.${KEY};
  export const app = { on: (name, listen) => said.listeners.set(name, listen) };
  export const protocol = { registerSchemesAsPrivileged: (all) => said.schemes.push(...all) };
  export const shell = {};`
const hooks = registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: STAND_IN, shortCircuit: true } : next(specifier, context),
})
const { hardenContents } = await import('../../../electron/desktop/harden-contents.ts')
const { registerAppScheme } = await import('../../../electron/desktop/register-scheme.ts')
hooks.deregister()

describe('what the shell asks Electron for', () => {
  afterAll(() => void Reflect.deleteProperty(globalThis, KEY))

  it('is that no page is attached within a page', () => {
    const warnings: string[] = []
    hardenContents({ onAction: () => undefined, log: { warn: (text: string) => warnings.push(text) } as never })
    const listeners = new Map<string, Listener>()
    const contents = {
      on: (name: string, listen: Listener) => listeners.set(name, listen),
      setWebRTCIPHandlingPolicy: () => undefined,
      setWindowOpenHandler: () => undefined,
    }
    said.listeners.get('web-contents-created')!({}, contents)
    const preventDefault = vi.fn<() => void>()
    listeners.get('will-attach-webview')!({ preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
    expect(warnings).toEqual(['A page within the page was refused.'])
  })

  it('is a scheme that obeys the policy of its pages, and has no service workers or extensions', () => {
    registerAppScheme()
    expect(said.schemes.map(({ privileges }) => privileges)).toMatchObject([
      { bypassCSP: false, corsEnabled: false, allowServiceWorkers: false, allowExtensions: false },
    ])
  })

  it('is a preload script that gives the page nothing', () => {
    const source = readFileSync(new URL('../../../electron/preload.ts', import.meta.url), 'utf8')
    expect(source.replaceAll(/^\/\/.*\n/gmu, '')).toBe('export {}\n')
  })
})
