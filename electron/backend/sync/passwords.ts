import { z } from 'zod'
import { perContext } from '../core/context.ts'
import type { SecretKeeper } from '../core/host-capabilities.ts'

/** Whose password: a workspace's, for the role of the server that it was given for (`passwordTarget`). */
export interface PasswordKey {
  readonly workspaceId: string
  readonly target: string
}

/**
 * Passwords of sources: in memory while the app runs, and where the host can keep secrets also beyond. Each is known together with the
 * server and user that it was given for, and given out for no other.
 */
export interface Passwords {
  /** null: none is known here for this server and user; PGPASSWORD and .pgpass may still have one. */
  of(key: PasswordKey): Promise<string | null>
  remember(key: PasswordKey, password: string): Promise<void>
  forget(workspaceId: string): Promise<void>
  /** A password that is tried, and perhaps never remembered: no log may show it. */
  hide(password: string | null): void
}

export interface PasswordsOptions {
  readonly keeper: SecretKeeper | null
  /** Told of every password, so that no log ever shows it. */
  readonly hide: (secret: string) => void
}

const keptSchema = z.object({ target: z.string(), password: z.string() })
type Kept = z.infer<typeof keptSchema>

export const passwordsOf = perContext(({ host, log }) =>
  createPasswords({ keeper: host.secrets, hide: (secret) => log.hide(secret) }),
)

function createPasswords({ keeper, hide }: PasswordsOptions): Passwords {
  const inMemory = new Map<string, Kept>()
  return {
    async of({ workspaceId, target }) {
      // One that cannot be read is asked for again.
      const known = inMemory.get(workspaceId) ?? readKept((await keeper?.get(workspaceId).catch(() => null)) ?? null)
      if (known === null) return null
      hide(known.password)
      return known.target === target ? known.password : null
    },
    async remember({ workspaceId, target }, password) {
      hide(password)
      const kept: Kept = { target, password }
      inMemory.set(workspaceId, kept)
      await keeper?.set(workspaceId, JSON.stringify(kept))
    },
    async forget(workspaceId) {
      inMemory.delete(workspaceId)
      await keeper?.remove(workspaceId)
    },
    hide(password) {
      if (password !== null) hide(password)
    },
  }
}

/** One that does not say what it was given for is of no use. */
function readKept(secret: string | null): Kept | null {
  if (secret === null) return null
  try {
    return keptSchema.parse(JSON.parse(secret))
  } catch {
    return null
  }
}
