import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { APP_ID } from '../../electron/desktop/notifier.ts'
import { packApp, ROOT } from './support/packed-app.ts'

const settings = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')
const isNamed = /^ {2}homepage: \S/mu.test(settings) && /^ {2}maintainer: \S/mu.test(settings)

describe('the publisher', () => {
  it('is nobody made up', () => {
    expect(settings).not.toMatch(/\.example\b|example\.com/)
  })

  it('gives the app the name by which Windows lets it show notifications', () => {
    expect(/^appId: (\S+)$/mu.exec(settings)?.[1]).toBe(APP_ID)
  })

  it.runIf(process.platform === 'linux' && !isNamed)(
    'must be named before there is a deb, and that is said in words',
    async () => {
      const refusal = await packApp('deb').then(() => 'packed', String)
      expect(refusal).toContain('fill in extraMetadata.homepage and linux.maintainer (docs/releasing.md)')
      expect(refusal).not.toMatch(/^\s+at .+:\d+:\d+/mu)
    },
  )
})
