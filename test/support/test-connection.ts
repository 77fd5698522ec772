import {
  type ConnectionInput,
  type ConnectionSettings,
  resolveConnection,
} from '../../electron/sync/postgres/connection-settings.ts'
import { parseConnectionUrl } from '../../electron/sync/postgres/connection-url.ts'

/** Settings for a test server's URL, untouched by the PG* variables of whoever runs the tests. */
export function connectionTo(url: string, changes: ConnectionInput = {}): ConnectionSettings {
  return resolveConnection({ ...parseConnectionUrl(url), ...changes }, {})
}
