import { randomUUID } from 'node:crypto'
import { basename, extname } from 'node:path'
import type { z } from 'zod'
import { AppError, type ErrorReport } from '../../../shared/foundation/errors.ts'
import type { AgentRules } from '../../../shared/plan/rules/rules.ts'
import { localDateOf, parseLocalDate } from '../../../shared/time/local.ts'
import type { StoredTimeOff } from '../../store/time-off-store.ts'
import { listAgents } from '../agents/use-cases.ts'
import type { BackendContext } from '../core/context.ts'
import { namesOf } from '../rosters/remembered-names.ts'
import { newTimeOff } from '../time-off/new-time-off.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'
import type { agentFileInput, uploadedAgentFileInput } from './inputs.ts'
import { partTexts, type AgentFile, type AvailabilityRow, type TimeOffRow } from './read-agent-file.ts'
import { refusalOf } from './refusal-of.ts'

type Reading = Omit<z.output<typeof uploadedAgentFileInput>, 'uploadId'>
type Availability = NonNullable<AgentRules['availability']> | null

/** As many entries are shown before they are stored. */
const MOST_SHOWN = 200

/** What a file says of agents, and what of it would be stored. Nothing is stored. Throws 'invalid-input' for a file of another kind. */
export async function previewAgentFile(
  context: BackendContext,
  { uploadId, ...reading }: z.output<typeof uploadedAgentFileInput>,
) {
  const { changes } = await context.transfers.withUpload(uploadId, (path) => read(context, path, reading))
  return preview(changes)
}

/** Stores what is new in a file. Throws 'conflict' where it is not clear who is meant by a name, 'invalid-input' where there is nothing to store. */
export async function storeAgentFile(
  context: BackendContext,
  { uploadId, ...reading }: z.output<typeof uploadedAgentFileInput>,
) {
  const { changes, agents } = await context.transfers.withUpload(uploadId, (path) => read(context, path, reading))
  const refusal = refusalOf(changes.file, { agents, isSeen: true })
  if (refusal !== null) throw new AppError(refusal)
  await store(context, reading, changes)
  return preview(changes)
}

/** As both, of a file of this computer. Nobody has seen which agents its names were taken for, so those must be sure. */
export async function importAgentFile(
  context: BackendContext,
  { file: path, kind, isDryRun, isStrict, ...reading }: z.output<typeof agentFileInput>,
) {
  const { changes, agents } = await read(context, path, reading)
  const refusal = otherKind(changes, kind) ?? refusalOf(changes.file, { agents, isSeen: false })
  const isStored = refusal === null && !isDryRun && !(isStrict && changes.file.notUnderstoodCount > 0)
  if (isStored) await store(context, reading, changes)
  return { ...preview(changes), isStored, refusal }
}

type TimeOffFile = Extract<AgentFile, { kind: 'time-off' }>
type AvailabilityFile = Extract<AgentFile, { kind: 'availability' }>

/** A file beside what is stored: what of it is not there yet. */
type Changes =
  | {
      readonly kind: 'time-off'
      readonly file: TimeOffFile
      readonly fresh: readonly StoredTimeOff[]
      readonly all: readonly (TimeOffRow & { readonly id: string })[]
    }
  | {
      readonly kind: 'availability'
      readonly file: AvailabilityFile
      readonly all: readonly ChangedAvailability[]
    }

/** What the availability of an agent was, and will be. */
export interface ChangedAvailability extends AvailabilityRow {
  readonly before: Availability
}

/** Time off as it is shown before it is stored. */
export interface ShownTimeOff extends Omit<TimeOffRow, 'part'>, ReturnType<typeof partTexts> {
  /** The same is stored already. */
  readonly isKnown: boolean
}

async function read(context: BackendContext, path: string, reading: Reading) {
  const { workspaceId, fileName, dateOrder, usualOrder, names, now } = reading
  const work = context.data.work()
  const [workspace, agents, remembered, timeOff] = await Promise.all([
    workspaceById(work, workspaceId),
    listAgents(context, workspaceId),
    work.rosterNames(workspaceId),
    work.listTimeOff(workspaceId),
  ])
  const timeZone = timeZoneOf(workspace, context)
  const ids = new Set(agents.map(({ id }) => id))
  // Those who are gone from the source, and are still away by what is stored.
  const gone = [...new Set(timeOff.map(({ agentId }) => agentId))].filter((id) => !ids.has(id))
  const file = await context.data.withRosters((rosters) =>
    rosters.readAgentFile({
      file: path,
      name: basename(fileName, extname(fileName)),
      timeZone,
      dateOrder,
      usualOrder,
      today: parseLocalDate(localDateOf(now ?? context.clock(), timeZone)),
      agents: [
        ...agents.map(({ id, name, rules }) => ({ id, name, email: rules.email ?? null })),
        ...gone.map((id) => ({ id, name: id, email: null })),
      ],
      chosen: namesOf(names),
      remembered: namesOf(remembered),
    }),
  )
  return { agents, changes: changesOf(file, { agents, timeOff }) }
}

function changesOf(
  file: AgentFile,
  {
    agents,
    timeOff,
  }: {
    readonly agents: readonly { readonly id: string; readonly rules: AgentRules }[]
    readonly timeOff: readonly StoredTimeOff[]
  },
): Changes {
  if (file.kind === 'availability') {
    const rules = new Map(agents.map((agent) => [agent.id, agent.rules]))
    return {
      kind: 'availability',
      file,
      all: file.entries.map((entry) => ({ ...entry, before: rules.get(entry.agentId ?? '')?.availability ?? null })),
    }
  }
  const all = file.entries.map((entry) => ({ ...entry, id: randomUUID() }))
  const named = all.flatMap(({ inFile: _inFile, row: _row, column: _column, agentId, ...entry }) =>
    agentId === null ? [] : [{ ...entry, agentId }],
  )
  return { kind: 'time-off', file, all, fresh: newTimeOff(named, timeOff) }
}

async function store(context: BackendContext, { workspaceId, names }: Reading, changes: Changes): Promise<void> {
  const work = context.data.work()
  if (changes.kind === 'time-off') {
    if (changes.fresh.length > 0) await work.saveTimeOff(workspaceId, changes.fresh)
  } else
    await work.saveAvailability(
      workspaceId,
      changes.all.map(({ agentId, availability }) => ({ agentId: agentId!, availability })),
    )
  if (names.length > 0) await work.rememberRosterNames(workspaceId, names)
}

function preview(changes: Changes) {
  if (changes.kind === 'availability') {
    const { entries: _entries, ...file } = changes.file
    return {
      ...file,
      entries: changes.all.slice(0, MOST_SHOWN) as readonly ChangedAvailability[],
      agents: changes.all.length,
    }
  }
  const { entries: _entries, ...file } = changes.file
  const fresh = new Set(changes.fresh.map(({ id }) => id))
  const entries: readonly ShownTimeOff[] = changes.all.slice(0, MOST_SHOWN).map(({ part, id, ...entry }) => ({
    ...entry,
    ...partTexts(part),
    isKnown: entry.agentId !== null && !fresh.has(id),
  }))
  // Of whom it is not clear who is meant, nothing is known.
  const named = changes.all.filter(({ agentId }) => agentId !== null).length
  return { ...file, entries, added: fresh.size, known: named - fresh.size }
}

function otherKind({ kind }: Changes, wanted: AgentFile['kind']): ErrorReport | null {
  if (kind === wanted) return null
  return kind === 'availability'
    ? {
        code: 'invalid-input',
        message: 'The file is a table of availability: its days are weekdays.',
        kept: 'Nothing was stored.',
        next: 'Import it with `covercast availability import`, or give a table with dates.',
      }
    : {
        code: 'invalid-input',
        message: 'The file is a table of time off: its days are dates.',
        kept: 'Nothing was stored.',
        next: 'Import it with `covercast timeoff import`, or give a table with weekdays.',
      }
}
