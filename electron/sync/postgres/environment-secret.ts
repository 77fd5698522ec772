import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from './connection-settings.ts'

/** A secret of a variable, or of the credential of that name which systemd hands to a service as a file. null: there is neither. */
export function environmentSecret(environment: Environment, name: string): string | null {
  return environment[name] ?? credential(environment, name)
}

function credential(environment: Environment, name: string): string | null {
  const folder = environment['CREDENTIALS_DIRECTORY']
  if (folder === undefined || folder === '') return null
  try {
    return readFileSync(join(folder, name), 'utf8').trim()
  } catch {
    return null
  }
}
