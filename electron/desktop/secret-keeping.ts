import { z } from 'zod'
import type { SecretKeeper } from '../backend/host-capabilities.ts'
import { privateJsonFile } from './private-json-file.ts'

/** The system's keyring as the shell sees it. */
export interface Keyring {
  /** Only on Linux is there more than one. */
  readonly backend: string | null
  readonly isAvailable: boolean
}

export type SecretKeeping = { readonly kind: 'keep' } | { readonly kind: 'forget'; readonly reason: string }

/** Whether passwords may be kept: only where the system really encrypts them. */
export function judgeKeyring({ backend, isAvailable }: Keyring): SecretKeeping {
  if (!isAvailable) return { kind: 'forget', reason: 'This system offers no keyring. Passwords are kept only while Covercast runs.' }
  if (backend === 'basic_text' || backend === 'unknown') {
    return { kind: 'forget', reason: 'This desktop has no keyring (such as GNOME Keyring or KWallet) that Covercast could use. Passwords are kept only while Covercast runs.' }
  }
  return { kind: 'keep' }
}

/** Encrypts for this user of this computer; throws where the keyring is locked or was replaced. */
export interface Cipher {
  encrypt(text: string): Buffer
  decrypt(encrypted: Buffer): string
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
  const without = (key: string): Record<string, string> => Object.fromEntries(Object.entries(all()).filter(([name]) => name !== key))
  return {
    async get(key) {
      const encrypted = Object.entries(all()).find(([name]) => name === key)?.[1]
      if (encrypted === undefined) return null
      try {
        return cipher.decrypt(Buffer.from(encrypted, 'base64'))
      } catch (thrown) {
        onTrouble('A kept password could not be read; it is asked for again.', thrown)
        return null
      }
    },
    async set(key, secret) {
      try {
        document.write({ version: 1, secrets: { ...without(key), [key]: cipher.encrypt(secret).toString('base64') } })
      } catch (thrown) {
        // The sync that the password is for goes on with the one in memory.
        onTrouble('A password could not be kept; it is asked for again after the next start.', thrown)
      }
    },
    async remove(key) {
      if (key in all()) document.write({ version: 1, secrets: without(key) })
    },
  }
}
