import type { z } from 'zod'
import { AppError } from '../../../shared/foundation/errors.ts'
import { environmentPassword, passwordTarget } from '../../sync/postgres/connection-target.ts'
import { type BackendContext, perContext } from '../core/context.ts'
import { postgresOptions } from '../sync/open-source.ts'
import { passwordsOf } from '../sync/passwords.ts'
import { namedAccess, type PostgresAccess, rememberedAccess } from '../sync/source-access.ts'
import type { WorkspaceRecord } from '../threads/work-thread.ts'
import { timeZoneOf } from '../workspaces/workspace-by-id.ts'
import { connect } from '../sync/use-cases.ts'
import { saveSettings } from '../workspaces/use-cases.ts'
import { connectInput } from '../sync/inputs.ts'
import { toCsv } from '../core/csv.ts'
import { tableSheet } from '../exports/workbook.ts'
import { healthFileName, healthTable } from './health-table.ts'
import type { CountStep } from '../../sync/health/count-organizations.ts'
import type { countHealthInput, openOrganizationInput, platformInput } from './inputs.ts'

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
  const running = runningOf(context)
  const count: RunningCount = { startedAt: context.clock(), step: { step: 'looking', rows: null } }
  running.add(count)
  const writer = context.data.writer({
    notice: context.onNotice,
    step: (step) => void (count.step = step),
    ...(signal === undefined ? {} : { signal }),
  })
  try {
    const report = await writer.health({
      access,
      timeZone: timeZone ?? known?.timeZone ?? null,
      usualTimeZone: context.systemTimeZone,
      now,
      full,
      enough: null,
      isUse: true,
    })
    // One from the environment is there the next time as well.
    if (source !== null && source.password !== null && access.password !== null)
      await passwords.remember({ workspaceId: report.id, target: targetOf(access) }, access.password)
    return report
  } finally {
    running.delete(count)
  }
}

/**
 * All organizations that the connection of a workspace shows, counted now unless that was done within `maxAgeMs`. Which platform the user
 * looks at stays as it is. null: it has no database of organizations. Throws 'source-*', 'store-*'.
 */
export async function recentHealth(context: BackendContext, workspace: WorkspaceRecord, maxAgeMs: number) {
  const { settings, password } = await rememberedAccess(context, workspace)
  if (settings.kind !== 'postgres') return null
  const clock = context.clock()
  return context.data.writer({ notice: context.onNotice }).health({
    access: { settings, password },
    timeZone: null,
    usualTimeZone: timeZoneOf(workspace, context),
    now: null,
    full: false,
    enough: { start: clock - maxAgeMs, end: clock + 1 },
    isUse: false,
  })
}

interface RunningCount {
  readonly startedAt: number
  step: CountStep
}

const runningOf = perContext(() => new Set<RunningCount>())

/** What the count that began last is at, and since when it runs; null: none runs. */
export function healthProgress(context: BackendContext) {
  const last = [...runningOf(context)].at(-1)
  return last === undefined ? null : { ...last.step, elapsedMs: Math.max(0, context.clock() - last.startedAt) }
}

/** The platforms that are kept, the one used last first. */
export function platforms(context: BackendContext) {
  return context.data.reader(context.signal).platforms()
}

/** Shows another platform from now on. Throws 'not-found', 'store-damaged'. */
export async function usePlatform({ data }: BackendContext, { platformId }: z.output<typeof platformInput>) {
  await data.writer({}).usePlatform(platformId)
}

/** Removes figures and password of a platform; workspaces of its organizations stay. Throws 'not-found'. */
export async function forgetPlatform(context: BackendContext, { platformId }: z.output<typeof platformInput>) {
  await context.data.writer({}).forgetPlatform(platformId)
  await passwordsOf(context).forget(platformId)
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
