import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { LINK_SCHEME } from '../../shared/contract/app-link.ts'
import { OWN_EXTENSION } from '../../shared/contract/opened-files.ts'
import { signingOf } from '../../build/release/signing.ts'
import { ROOT } from './support/packed-app.ts'

interface SystemSettings {
  readonly target: readonly unknown[]
  readonly fileAssociations: readonly { readonly ext: string; readonly mimeType?: string; readonly name?: string }[]
}

interface BuilderSettings {
  readonly linux: SystemSettings
  readonly mac: SystemSettings
  readonly win: SystemSettings
  readonly protocols: readonly { readonly schemes: readonly string[] }[]
  readonly nsis: { readonly include: string }
}

const settings = parse(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')) as BuilderSettings

/** electron-builder's own check of its file, which it runs before it packs for any system. */
async function validate(configuration: object): Promise<void> {
  const ofBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
  const { validateConfiguration } = ofBuilder('app-builder-lib/out/util/config/config') as {
    readonly validateConfiguration: (configuration: object, log: object) => Promise<void>
  }
  await validateConfiguration(configuration, { isEnabled: false, add: () => {} })
}

describe("the packager's settings", () => {
  it('are valid for every target', async () => {
    await expect(validate(settings)).resolves.toBeUndefined()
    expect([settings.linux.target, settings.mac.target, settings.win.target]).toEqual([
      ['AppImage', 'deb', 'rpm'],
      [{ target: 'dmg', arch: ['arm64', 'x64'] }],
      [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    ])
  })

  it('have every system open the files and links of the app', () => {
    for (const { fileAssociations } of [settings.linux, settings.mac, settings.win])
      expect(fileAssociations.map(({ ext }) => ext)).toEqual([OWN_EXTENSION])
    // Without a type there is no association on Linux, without a name of its own another app's is replaced on Windows.
    expect(settings.linux.fileAssociations[0]?.mimeType).toBe('application/x-covercast')
    expect(settings.win.fileAssociations[0]?.name).toBe('Covercast.File')
    expect(settings.protocols.map(({ schemes }) => schemes)).toEqual([[LINK_SCHEME]])
    const installer = readFileSync(join(ROOT, settings.nsis.include), 'utf8')
    const keys = [
      ...installer.matchAll(/(?:WriteRegStr|DeleteRegKey) SHELL_CONTEXT "Software\\Classes\\(?<scheme>\w+)/gu),
    ]
    expect(keys.map((key) => key.groups?.['scheme'])).toEqual(Array.from({ length: 5 }, () => LINK_SCHEME))
  })

  it('would not pass with a mistake for a system that this is not', async () => {
    await expect(validate({ ...settings, mac: { ...settings.mac, hardenedRuntme: true } })).rejects.toThrow(
      'configuration.mac',
    )
    await expect(validate({ ...settings, nsis: { perMachin: true } })).rejects.toThrow('configuration.nsis')
  })
})

describe('signing', () => {
  it('uses the certificate where there is one, and then says nothing', () => {
    const certificate = { CSC_LINK: 'base64', CSC_KEY_PASSWORD: 'secret' }
    const notarising = { APPLE_API_KEY: '/key.p8', APPLE_API_KEY_ID: 'id', APPLE_API_ISSUER: 'issuer' }
    expect(signingOf('win32', certificate)).toEqual({ args: [], environment: certificate, sentence: null })
    const all = { ...certificate, ...notarising }
    expect(signingOf('darwin', all)).toEqual({ args: [], environment: all, sentence: null })
    expect(signingOf('darwin', certificate).sentence).toContain('Apple has not checked it')
  })

  it('takes a secret that is not set for none, and says what users will see', () => {
    const none = { PATH: '/bin', CSC_LINK: '', CSC_KEY_PASSWORD: ' ' }
    expect(signingOf('win32', none)).toMatchObject({ args: [], environment: { PATH: '/bin' } })
    expect(signingOf('win32', none).sentence).toContain('Run anyway')
    const mac = signingOf('darwin', none)
    expect(mac.args).toEqual(['-c.mac.identity=-', '-c.mac.hardenedRuntime=false', '-c.mac.notarize=false'])
    expect(mac.environment).toEqual({ PATH: '/bin', CSC_IDENTITY_AUTO_DISCOVERY: 'false' })
    expect(mac.sentence).toContain('Open Anyway')
    expect(signingOf('linux', none)).toMatchObject({ args: [], sentence: expect.stringContaining('SHA256SUMS') })
  })
})
