import { z } from 'zod'
import type { SecretKeeper } from '../backend/core/host-capabilities.ts'
import { privateJsonFile } from '../backend/core/private-json-file.ts'

/** The system's keyring as the shell sees it. */
export interface Keyring {
  /** Only on Linux is there more than one. */
  readonly backend: string | null
  readonly isAvailable: boolean
  /** Something it encrypted, on Linux. */
  readonly sample: Buffer | null
}

export type SecretKeeping = { readonly kind: 'keep' } | { readonly kind: 'forget'; readonly reason: string }

/** What Chromium on Linux writes before a text that is encrypted with the password that everybody knows. */
const KNOWN_PASSWORD = 'v10'

/** Whether passwords may be kept: only where the system really encrypts them. */
export function judgeKeyring({ backend, isAvailable, sample }: Keyring): SecretKeeping {
  if (!isAvailable)
    return { kind: 'forget', reason: 'This system offers no keyring. Passwords are kept only while Covercast runs.' }
  if (backend === 'basic_text' || backend === 'unknown' || sample?.toString('latin1').startsWith(KNOWN_PASSWORD)) {
    return {
      kind: 'forget',
      reason:
        'This desktop has no keyring (such as GNOME Keyring or KWallet) that Covercast could use. Passwords are kept only while Covercast runs.',
    }
  }
  return { kind: 'keep' }
}

/** Encrypts for this user of this computer; fails where the keyring is locked or was replaced. */
export interface Cipher {
  encrypt(text: string): Promise<Buffer>
  /** `isOutdated`: the keyring has a newer key now, and wants the text encrypted again. */
  decrypt(encrypted: Buffer): Promise<{ readonly text: string; readonly isOutdated: boolean }>
}

export interface SecretFileOptions {
  readonly file: string
  readonly cipher: Cipher
  /** A secret could not be read or kept. It is asked for again; nothing else is lost. */
  readonly onTrouble: (message: string, thrown: unknown) => void
}

const secretsSchema = z.object({ version: z.literal(1), secrets: z.record(z.string(), z.string()) })

/** Secrets in a file, each encrypted by the keyring. */
export function createSecretFile({ file, cipher, onTrouble }: SecretFileOptions): SecretKeeper {
  const document = privateJsonFile(file, secretsSchema)
  const all = (): Readonly<Record<string, string>> => document.read()?.secrets ?? {}
  const without = (key: string): Record<string, string> =>
    Object.fromEntries(Object.entries(all()).filter(([name]) => name !== key))
  // One after the other: what is removed must not come back by a write that began before.
  let last: Promise<unknown> = Promise.resolve()
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = last.then(run)
    last = turn.catch(() => undefined)
    return turn
  }
  async function keep(key: string, secret: string): Promise<void> {
    try {
      const encrypted = await cipher.encrypt(secret)
      document.write({ version: 1, secrets: { ...without(key), [key]: encrypted.toString('base64') } })
    } catch (thrown) {
      // The sync that the password is for goes on with the one in memory.
      onTrouble('A password could not be kept; it is asked for again after the next start.', thrown)
    }
  }
  return {
    get: (key) =>
      inTurn(async () => {
        const encrypted = Object.entries(all()).find(([name]) => name === key)?.[1]
        if (encrypted === undefined) return null
        try {
          const { text, isOutdated } = await cipher.decrypt(Buffer.from(encrypted, 'base64'))
          if (isOutdated) await keep(key, text)
          return text
        } catch (thrown) {
          onTrouble('A kept password could not be read; it is asked for again.', thrown)
          throw thrown
        }
      }),
    set: (key, secret) => inTurn(() => keep(key, secret)),
    remove: (key) =>
      inTurn(async () => {
        if (Object.hasOwn(all(), key)) document.write({ version: 1, secrets: without(key) })
      }),
  }
}
