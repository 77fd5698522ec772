import { readdirSync, readFileSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const FOLDER = 'node_modules/better-sqlite3/prebuilds'
const patterns = [
  ...readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8').matchAll(/^ {2}- (\S+\/prebuilds\/\S+\.node)$/gmu),
].map((match) => match[1]!)
const binaries = readdirSync(join(ROOT, FOLDER)).map((name) => `${FOLDER}/${name}`)

describe('the SQLite that is packed', () => {
  // As electron-builder calls the systems, and as Node does.
  it.each([
    ['linux', 'linux'],
    ['mac', 'darwin'],
    ['win', 'win32'],
  ])('for %s is the one of that system and machine, whatever packs it', (os, platform) => {
    for (const arch of ['x64', 'arm64']) {
      const expanded = patterns.map((pattern) => pattern.replaceAll('${os}', os).replaceAll('${arch}', arch))
      expect(binaries.filter((name) => expanded.some((pattern) => matchesGlob(name, pattern)))).toEqual([
        `${FOLDER}/${platform}-${arch}.node`,
      ])
    }
  })
})
