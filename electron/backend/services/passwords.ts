import type { SecretKeeper } from '../host-capabilities.ts'

/** Passwords of sources by workspace: in memory while the app runs, and where the host can keep secrets also beyond. */
export interface Passwords {
  /** null: none is known here; PGPASSWORD and .pgpass may still have one. */
  of(workspaceId: string): Promise<string | null>
  remember(workspaceId: string, password: string): Promise<void>
  forget(workspaceId: string): Promise<void>
  /** A password that is tried, and perhaps never remembered: no log may show it. */
  hide(password: string | null): void
}

export interface PasswordsOptions {
  readonly keeper: SecretKeeper | null
  /** Told of every password, so that no log ever shows it. */
  readonly hide: (secret: string) => void
}

export function createPasswords({ keeper, hide }: PasswordsOptions): Passwords {
  const inMemory = new Map<string, string>()
  return {
    async of(workspaceId) {
      const known = inMemory.get(workspaceId) ?? (await keeper?.get(workspaceId)) ?? null
      if (known !== null) hide(known)
      return known
    },
    async remember(workspaceId, password) {
      hide(password)
      inMemory.set(workspaceId, password)
      await keeper?.set(workspaceId, password)
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
