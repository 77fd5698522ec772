import type { z } from 'zod'
import { environmentPassword } from '../../sync/postgres/connection-target.ts'
import type { BackendContext } from '../core/context.ts'
import { postgresOptions, type PostgresSettings } from '../sync/open-source.ts'
import { passwordsOf } from '../sync/passwords.ts'
import { namedAccess } from '../sync/source-access.ts'
import type { countHealthInput } from './inputs.ts'

/** Counts what is new of every organization that the named source shows, or that of the platform used last, and reports it. */
export async function countHealth(
  context: BackendContext,
  { source, timeZone, now, full }: z.output<typeof countHealthInput>,
  signal?: AbortSignal,
) {
  const known = source === null ? await context.data.reader().platformSource() : null
  const access = source !== null ? await namedAccess(context, source) : rememberedPlatform(context, known!.source)
  passwordsOf(context).hide(access.password)
  const writer = context.data.writer({
    notice: context.onNotice,
    ...(signal === undefined ? {} : { signal }),
  })
  await writer.health({
    access,
    timeZone: timeZone ?? known?.timeZone ?? context.systemTimeZone,
    now,
    full,
  })
  return health(context)
}

/** What was counted last; null: nothing yet. */
export function health(context: BackendContext) {
  return context.data.reader(context.signal).health()
}

/** The way to a source that this computer's user named before; its password comes from the environment or .pgpass. */
function rememberedPlatform(
  { environment, host }: BackendContext,
  { url, mapping }: { readonly url: string; readonly mapping: unknown },
) {
  const settings: PostgresSettings = {
    kind: 'postgres',
    url,
    organizationId: '',
    mapping: mapping as PostgresSettings['mapping'],
  }
  const { connection } = postgresOptions(settings, null)
  return { settings, password: environmentPassword(connection, environment, host.kind === 'terminal') }
}
