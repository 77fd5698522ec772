import type { z } from 'zod'
import { AppError } from '../../../shared/foundation/errors.ts'
import { environmentPassword, passwordTarget } from '../../sync/postgres/connection-target.ts'
import type { BackendContext } from '../core/context.ts'
import { postgresOptions } from '../sync/open-source.ts'
import { passwordsOf } from '../sync/passwords.ts'
import { namedAccess, type PostgresAccess } from '../sync/source-access.ts'
import { connect } from '../sync/use-cases.ts'
import { saveSettings } from '../workspaces/use-cases.ts'
import { connectInput } from '../sync/inputs.ts'
import { toCsv } from '../core/csv.ts'
import { tableSheet } from '../exports/workbook.ts'
import { healthFileName, healthTable } from './health-table.ts'
import type { countHealthInput, openOrganizationInput } from './inputs.ts'

/** Counts what is new of every organization that the named source shows, or that of the platform used last, and reports it. */
export async function countHealth(
  context: BackendContext,
  { source, timeZone, now, full }: z.output<typeof countHealthInput>,
  signal?: AbortSignal,
) {
  const known = source === null ? await rememberedPlatform(context) : null
  const access = known?.access ?? (await namedAccess(context, source!))
  const passwords = passwordsOf(context)
  passwords.hide(access.password)
  const writer = context.data.writer({ notice: context.onNotice, ...(signal === undefined ? {} : { signal }) })
  const { id, report } = await writer.health({
    access,
    timeZone: timeZone ?? known?.timeZone ?? null,
    usualTimeZone: context.systemTimeZone,
    now,
    full,
  })
  // One from the environment is there the next time as well.
  if (source !== null && source.password !== null && access.password !== null)
    await passwords.remember({ workspaceId: id, target: targetOf(access) }, access.password)
  return report
}

/** What was counted last; null: nothing yet. */
export function health(context: BackendContext) {
  return context.data.reader(context.signal).health()
}

async function counted(context: BackendContext) {
  const report = await health(context)
  if (report !== null) return report
  throw new AppError({ code: 'not-found', message: 'Nothing was counted yet.', next: 'Count the organizations first.' })
}

/** What was counted last, as a table for spreadsheets. Throws 'not-found' where nothing was. */
export async function healthCsv(context: BackendContext) {
  const report = await counted(context)
  const { header, rows } = healthTable(report)
  return { fileName: healthFileName(report, 'csv'), text: toCsv(header, rows) }
}

/** The same as an Excel workbook. */
export async function healthWorkbook(context: BackendContext) {
  const report = await counted(context)
  const sheet = tableSheet({ name: 'Organizations', ...healthTable(report) })
  return {
    fileName: healthFileName(report, 'xlsx'),
    bytes: await context.data.withRosters((rosters) => rosters.writeWorkbook([sheet])),
  }
}

/** The workspace of one of the organizations, made and synced where there is none. Throws 'not-found', 'source-*'. */
export async function openOrganization(
  context: BackendContext,
  { organizationId }: z.output<typeof openOrganizationInput>,
  signal?: AbortSignal,
) {
  const { access, timeZone, isPasswordKept } = await rememberedPlatform(context)
  const { url, mapping } = access.settings
  const before = new Set((await context.data.work().list()).map(({ id }) => id))
  const { workspaceId } = await connect(
    context,
    connectInput.parse({
      connection: { kind: 'url', url },
      // One of the environment is found again, and kept nowhere.
      password: isPasswordKept ? access.password : null,
      mapping,
      organizationId,
      tryFirst: false,
    }),
    signal,
  )
  if (!before.has(workspaceId) && timeZone !== null) await saveSettings(context, { workspaceId, patch: { timeZone } })
  return { workspaceId }
}

/** The way to the platform used last, which this computer's user named: its password as it was given, else from the environment. */
async function rememberedPlatform(
  context: BackendContext,
): Promise<{ readonly access: PostgresAccess; readonly timeZone: string | null; readonly isPasswordKept: boolean }> {
  const { environment } = context
  const { id, source, timeZone } = await context.data.reader().platformSource()
  const settings: PostgresAccess['settings'] = { kind: 'postgres', organizationId: '', ...source }
  const { connection } = postgresOptions(settings, null)
  const kept = await passwordsOf(context).of({ workspaceId: id, target: passwordTarget(connection) })
  return {
    timeZone,
    isPasswordKept: kept !== null,
    // Nobody names the connection in the same breath.
    access: { settings, password: kept ?? environmentPassword(connection, environment) },
  }
}

function targetOf({ settings, password }: PostgresAccess): string {
  return passwordTarget(postgresOptions(settings, password).connection)
}
