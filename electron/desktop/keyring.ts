import { safeStorage } from 'electron'
import type { SecretKeeper } from '../backend/host-capabilities.ts'
import type { Log } from '../backend/log.ts'
import { createSecretFile, judgeKeyring } from './secret-keeping.ts'

/** Keeps passwords by the system's keyring; null, and a line in the log, where that would be as good as plain text. Call when the app is ready. */
export function openKeyring(file: string, log: Log): SecretKeeper | null {
  const verdict = judgeKeyring({
    backend: process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : null,
    isAvailable: safeStorage.isEncryptionAvailable(),
  })
  if (verdict.kind === 'forget') {
    log.warn(verdict.reason)
    return null
  }
  return createSecretFile({
    file,
    cipher: { encrypt: (text) => safeStorage.encryptString(text), decrypt: (encrypted) => safeStorage.decryptString(encrypted) },
    onTrouble: (message, thrown) => log.error(message, thrown),
  })
}
