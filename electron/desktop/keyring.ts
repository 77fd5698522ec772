import { safeStorage } from 'electron'
import type { SecretKeeper } from '../backend/core/host-capabilities.ts'
import type { Log } from '../backend/core/log.ts'
import { createSecretFile, judgeKeyring, type Keyring } from './secret-keeping.ts'

/** Unlocking it may ask the user; the app does not wait for ever. */
const PATIENCE_MS = 30_000

/**
 * Keeps passwords by the system's keyring; null, and a line in the log, where that would be as good as plain text. Call when the app is
 * ready. Never fails, and does not block the main thread.
 */
export async function openKeyring(file: string, log: Log): Promise<SecretKeeper | null> {
  const verdict = judgeKeyring(await lookAtKeyring(log))
  if (verdict.kind === 'forget') {
    log.warn(verdict.reason)
    return null
  }
  return createSecretFile({
    file,
    cipher: {
      encrypt: (text) => safeStorage.encryptStringAsync(text),
      async decrypt(encrypted) {
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(encrypted)
        return { text: result, isOutdated: shouldReEncrypt }
      },
    },
    onTrouble: (message, thrown) => log.error(message, thrown),
  })
}

async function lookAtKeyring(log: Log): Promise<Keyring> {
  const isLinux = process.platform === 'linux'
  const nothing: Keyring = { backend: null, isAvailable: false, sample: null }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Keyring>((resolve) => {
    timer = setTimeout(() => resolve(nothing), PATIENCE_MS)
  })
  const look = async (): Promise<Keyring> => {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return nothing
    if (!isLinux) return { backend: null, isAvailable: true, sample: null }
    return {
      backend: safeStorage.getSelectedStorageBackend(),
      isAvailable: true,
      sample: await safeStorage.encryptStringAsync('sample'),
    }
  }
  try {
    return await Promise.race([look(), late])
  } catch (thrown) {
    log.error('The keyring does not answer.', thrown)
    return nothing
  } finally {
    clearTimeout(timer)
  }
}
