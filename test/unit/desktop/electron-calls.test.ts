import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it, vi } from 'vitest'

type Listener = (...args: readonly unknown[]) => void

const electron = vi.hoisted(() => ({
  appListeners: new Map<string, Listener>(),
  schemes: [] as { readonly scheme: string; readonly privileges: Record<string, boolean> }[],
}))
vi.mock('electron', () => ({
  app: { on: (name: string, listen: Listener) => electron.appListeners.set(name, listen) },
  protocol: { registerSchemesAsPrivileged: (all: typeof electron.schemes) => electron.schemes.push(...all) },
  shell: {},
}))

const { hardenContents } = await import('../../../electron/desktop/harden-contents.ts')
const { registerAppScheme } = await import('../../../electron/desktop/register-scheme.ts')

describe('what the shell asks Electron for', () => {
  beforeEach(() => {
    electron.appListeners.clear()
    electron.schemes.length = 0
  })

  it('is that no page is attached within a page', () => {
    const warnings: string[] = []
    hardenContents({ onAction: () => undefined, log: { warn: (text: string) => warnings.push(text) } as never })
    const listeners = new Map<string, Listener>()
    const contents = {
      on: (name: string, listen: Listener) => listeners.set(name, listen),
      setWebRTCIPHandlingPolicy: () => undefined,
      setWindowOpenHandler: () => undefined,
    }
    electron.appListeners.get('web-contents-created')!({}, contents)
    const preventDefault = vi.fn<() => void>()
    listeners.get('will-attach-webview')!({ preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
    expect(warnings).toEqual(['A page within the page was refused.'])
  })

  it('is a scheme that obeys the policy of its pages, and has no service workers or extensions', () => {
    registerAppScheme()
    expect(electron.schemes.map(({ privileges }) => privileges)).toMatchObject([
      { bypassCSP: false, corsEnabled: false, allowServiceWorkers: false, allowExtensions: false },
    ])
  })

  it('is a preload script that gives the page nothing', () => {
    const source = readFileSync(new URL('../../../electron/preload.ts', import.meta.url), 'utf8')
    expect(source.replaceAll(/^\/\/.*\n/gmu, '')).toBe('export {}\n')
  })
})
