import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSecretFile, judgeKeyring, type Cipher } from '../../../electron/desktop/secret-keeping.ts'

/** Not secret, but not the plain text either. */
const backwards: Cipher = {
  encrypt: async (text) => Buffer.from(`locked:${text}`).reverse(),
  async decrypt(encrypted) {
    const text = Buffer.from(encrypted).reverse().toString()
    if (!text.startsWith('locked:')) throw new Error('The keyring does not know it.')
    return { text: text.slice('locked:'.length), isOutdated: false }
  },
}
let folder = ''
let file = ''
const troubles: string[] = []
const open = (cipher: Cipher = backwards) =>
  createSecretFile({ file, cipher, onTrouble: (message) => troubles.push(message) })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'covercast-secrets-'))
  file = join(folder, 'desktop', 'secrets.json')
  troubles.length = 0
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a keyring', () => {
  it('is used where it really encrypts', () => {
    expect(judgeKeyring({ backend: null, isAvailable: true, sample: null })).toEqual({ kind: 'keep' })
    for (const backend of ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'])
      expect(judgeKeyring({ backend, isAvailable: true, sample: Buffer.from('v11x') })).toEqual({ kind: 'keep' })
  })

  it('is not used where it is plain text in disguise, or none; the user is told', () => {
    for (const backend of ['basic_text', 'unknown']) {
      expect(judgeKeyring({ backend, isAvailable: true, sample: Buffer.from('v11x') })).toMatchObject({
        kind: 'forget',
        reason: expect.stringContaining('only while Covercast runs'),
      })
    }
    // What Chromium falls back to when the keyring that was chosen cannot be reached.
    expect(judgeKeyring({ backend: 'gnome_libsecret', isAvailable: true, sample: Buffer.from('v10x') })).toMatchObject({
      kind: 'forget',
    })
    expect(judgeKeyring({ backend: null, isAvailable: false, sample: null })).toMatchObject({
      kind: 'forget',
      reason: expect.stringContaining('only while Covercast runs'),
    })
  })
})

describe('kept secrets', () => {
  it('outlive the process, one a workspace, and never stand in the file as they are', async () => {
    await open().set('a', 'first password')
    await open().set('b', 'second password')
    await open().set('a', 'third password')
    expect(await open().get('a')).toBe('third password')
    expect(await open().get('b')).toBe('second password')
    expect(await open().get('c')).toBeNull()
    expect(readFileSync(file, 'utf8')).not.toContain('password')
    // Windows has other means, and reports 0o666.
    expect(statSync(file).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
  })

  it('are gone once removed', async () => {
    await open().set('a', 'one')
    await open().set('b', 'two')
    await open().remove('a')
    await open().remove('never there')
    expect(await open().get('a')).toBeNull()
    expect(await open().get('b')).toBe('two')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ secrets: { b: expect.any(String) } })
  })

  it('do not come back by a write that began before they were removed', async () => {
    const keeper = open()
    await Promise.all([keeper.set('a', 'one'), keeper.remove('a')])
    expect(await keeper.get('a')).toBeNull()
  })

  it('are encrypted again where the keyring has a new key', async () => {
    await open().set('a', 'one')
    const before = readFileSync(file, 'utf8')
    const rotated: Cipher = {
      encrypt: async (text) => Buffer.from(`locked:${text}:new`).reverse(),
      decrypt: async (encrypted) => ({ ...(await backwards.decrypt(encrypted)), isOutdated: true }),
    }
    expect(await open(rotated).get('a')).toBe('one')
    expect(readFileSync(file, 'utf8')).not.toBe(before)
  })

  it('that the keyring no longer opens are asked for again', async () => {
    await open().set('a', 'one')
    const replaced: Cipher = {
      ...backwards,
      decrypt: async () => {
        throw new Error('wrong key')
      },
    }
    await expect(open(replaced).get('a')).rejects.toThrow('wrong key')
    expect(troubles).toEqual(['A kept password could not be read; it is asked for again.'])
  })

  it('in a damaged file are asked for again, and can be kept anew', async () => {
    await open().set('a', 'one')
    writeFileSync(file, '{"version":1')
    expect(await open().get('a')).toBeNull()
    await open().set('a', 'two')
    expect(await open().get('a')).toBe('two')
  })

  it('that cannot be kept stop nothing', async () => {
    const locked: Cipher = {
      ...backwards,
      encrypt: async () => {
        throw new Error('locked')
      },
    }
    await open(locked).set('a', 'one')
    expect(troubles).toEqual(['A password could not be kept; it is asked for again after the next start.'])
  })
})
