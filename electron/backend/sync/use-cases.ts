import type { z } from 'zod'
import { AppError, toErrorReport } from '../../../shared/foundation/errors.ts'
import { addDays, localDateOf } from '../../../shared/time/local.ts'
import { DEMO_TIME_ZONE } from '../../sync/demo/company.ts'
import { passwordTarget, targetOf } from '../../sync/postgres/connection-target.ts'
import { type BackendContext, perContext } from '../core/context.ts'
import type { WorkspaceRecord } from '../threads/work-thread.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'
import { byName, freeName } from '../workspaces/workspace-names.ts'
import { publishDemoPlan } from './demo-publication.ts'
import {
  type confirmSourceInput,
  type connectInput,
  type demoInput,
  type startSyncInput,
  syncFields,
} from './inputs.ts'
import { passwordsOf } from './passwords.ts'
import { changeSource, workspaceOfSource } from './resolve-source.ts'
import { namedAccess, type PostgresAccess, rememberedAccess } from './source-access.ts'
import { startSyncJob } from './sync-job.ts'

const DEMO_NAME = 'Demo'

type ConnectRequest = z.output<typeof connectInput>

/** Makes the workspace of a source, or finds the one it has, and starts its sync. The signal ends the look at the source before that. */
export async function connect(context: BackendContext, request: ConnectRequest, signal?: AbortSignal) {
  const access = await namedAccess(context, request)
  passwordsOf(context).hide(access.password)
  const workspace = await oneAtATimeOf(context)(() =>
    connectWorkspace(context, access, { ...request, ...(signal === undefined ? {} : { signal }) }),
  )
  if (access.password !== null) await rememberPassword(context, workspace, access.password)
  const today = localDateOf(context.clock(), timeZoneOf(workspace, context))
  const fromDate = request.fromDate ?? (request.weeks === null ? null : addDays(today, -7 * request.weeks))
  return startSyncJob(context, workspace.id, { ...request, fromDate })
}

/** Whoever looks at the connection of a workspace from a backup wants it. Throws 'conflict' where it is another than `url` by now. */
export async function confirmSource(
  { data }: BackendContext,
  { workspaceId, url }: z.output<typeof confirmSourceInput>,
): Promise<void> {
  await workspaceById(data.work(), workspaceId)
  await data.work().confirmSource(workspaceId, url)
}

/** Makes the demo workspace, with a published plan, if there is none, and starts its sync. Throws 'conflict' where the name is another source's. */
export async function startDemo(context: BackendContext, { name, now }: z.output<typeof demoInput>) {
  const { id } = await oneAtATimeOf(context)(() => findOrCreateDemo(context, { name, now }))
  return startSyncJob(context, id, { ...syncFields.parse({}), now })
}

/** Starts a sync of a workspace; one that runs already is the answer. Throws 'not-found', 'conflict', 'source-unconfirmed', 'remap-needed'. */
export async function startSync(context: BackendContext, request: z.output<typeof startSyncInput>) {
  const workspace = await workspaceById(context.data.work(), request.workspaceId)
  const { settings } = await rememberedAccess(context, workspace, request)
  if (request.password) await rememberPassword(context, workspace, request.password)
  if (request.mapping !== null && settings.kind === 'postgres')
    await changeSource(context, workspace, { source: settings, remap: request.remap })
  return startSyncJob(context, workspace.id, request)
}

/** Runs one after the other: of two clicks the second finds the workspace that the first made. */
const oneAtATimeOf = perContext(() => {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
})

async function rememberPassword(
  context: BackendContext,
  { id, source }: WorkspaceRecord,
  password: string,
): Promise<void> {
  if (source?.kind === 'postgres')
    await passwordsOf(context).remember({ workspaceId: id, target: passwordTarget(targetOf(source.url)) }, password)
}

async function connectWorkspace(
  context: BackendContext,
  access: PostgresAccess,
  request: ConnectRequest & { readonly signal?: AbortSignal },
): Promise<WorkspaceRecord> {
  const { name, remap, tryFirst, signal } = request
  const writer = context.data.writer(signal === undefined ? {} : { signal })
  // Also where the workspace is there already: what it is changed to must work.
  const found = tryFirst ? await writer.check(access, { mayBeEmpty: true }) : null
  const organizationId = request.organizationId ?? found?.organization?.id ?? null
  const named = { ...access, settings: { ...access.settings, organizationId: organizationId ?? '' } }
  try {
    const workspace = await workspaceOfSource({ context, access: named, writer, name, organizationId, remap })
    return await context.data.work().update(workspace.id, { lastUsed: context.clock() })
  } catch (thrown) {
    const conflict = toErrorReport(thrown)
    if (conflict.code !== 'conflict' || !tryFirst) throw thrown
    throw new AppError(
      { ...conflict, kept: 'It was not changed.', next: 'Choose another name for the workspace.' },
      { cause: thrown },
    )
  }
}

/** The demo's workspace of that name, or the one there is, put right where its files are damaged; made where there is none. */
async function findOrCreateDemo(
  context: BackendContext,
  { name, now }: z.output<typeof demoInput>,
): Promise<WorkspaceRecord> {
  const { data, clock } = context
  const work = data.work()
  const workspaces = await work.list()
  const named = name === null ? null : byName(workspaces, name)
  if (named && named.source?.kind !== 'demo') {
    throw new AppError({
      code: 'conflict',
      message: `The workspace "${named.name}" holds another source; the demo never touches it.`,
      next: 'Give the demo a name of its own.',
    })
  }
  const found = named ?? (name === null ? (workspaces.find((one) => one.source?.kind === 'demo') ?? null) : null)
  if (found) return work.update(found.id, { lastUsed: clock() })
  // The company's own clock: by any other its busy hours lie at odd times.
  const made = await work.create({
    name: name ?? freeName(workspaces, DEMO_NAME),
    source: { kind: 'demo' },
    settings: { timeZone: DEMO_TIME_ZONE },
  })
  await publishDemoPlan(context, made.id, now ?? clock())
  return made
}
