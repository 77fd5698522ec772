import { AppError } from '../../shared/foundation/errors.ts'

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

const SECRET_KEY = /^(pg)?(password|passwd|pwd|pass|secret|token)$/i

/** Throws 'invalid-input' for a value that carries a password, by its key or inside a URL: those are never written to a workspace. */
export function refuseSecrets(value: unknown): void {
  if (typeof value === 'string') {
    if (hasPassword(value)) throw secretFound()
    return
  }
  if (value === null || typeof value !== 'object') return
  for (const [key, item] of Object.entries(value)) {
    if (SECRET_KEY.test(key) && item !== null && item !== undefined && item !== '') throw secretFound()
    refuseSecrets(item)
  }
}

function hasPassword(text: string): boolean {
  if (/\bpassword\s*=/i.test(text)) return true
  // Not only what parses as a URL: what is meant as one and is malformed may hold a password too.
  return /:\/\/[^/?#\s]*:[^/?#\s@]+@/.test(text)
}

function secretFound(): AppError {
  return new AppError({
    code: 'invalid-input',
    message: 'These settings contain a password, and Covercast does not store passwords in a workspace.',
    kept: 'Nothing was saved.',
    next: 'Leave the password out; it is asked for, or read from PGPASSWORD or .pgpass.',
  })
}
