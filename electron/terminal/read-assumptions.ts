import { DAY_MINUTES } from '../../shared/foundation/minutes.ts'
import { ASSUMPTION_LIMITS, assumptionSchema } from '../../shared/plan/assumptions/assumption-schema.ts'
import {
  ALWAYS,
  type AssumedTime,
  type Assumption,
  type NewAssumption,
  USUAL_RAMP,
} from '../../shared/plan/assumptions/assumption.ts'
import type { TimeRange } from '../../shared/plan/plan.ts'
import { parseWallTime } from '../../shared/plan/wall-time.ts'
import { isLocalDate } from '../../shared/time/local.ts'
import type { Command, Option } from 'commander'
import type { Hires } from '../../shared/predict/capacity/month-capacity.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { PlanChoice } from '../backend/prediction/inputs.ts'
import type { TerminalTexts } from './format.ts'
import { usage, valueOption } from './options.ts'
import { agentNamed } from './resolve.ts'

/** What the options of a command assume, in the order of their kinds. */
export interface AssumptionOptions {
  readonly demand?: readonly NewAssumption[]
  readonly absent?: readonly NewAssumption[]
  readonly hire?: readonly NewAssumption[]
  readonly offPhone?: readonly NewAssumption[]
  readonly handling?: readonly NewAssumption[]
  readonly availability?: readonly NewAssumption[]
}

const ASSUMPTION_OPTIONS = {
  demand: '--demand',
  absent: '--absent',
  hire: '--hire',
  offPhone: '--off-phone',
  handling: '--handling',
  availability: '--availability',
} as const satisfies Record<keyof AssumptionOptions, string>

/** The first option that assumes something, as it is written; undefined: none does. */
export function assumingOption(options: AssumptionOptions): string | undefined {
  const name = (Object.keys(ASSUMPTION_OPTIONS) as (keyof AssumptionOptions)[]).find(
    (one) => options[one] !== undefined,
  )
  return name === undefined ? undefined : ASSUMPTION_OPTIONS[name]
}

type Parse = (value: string, texts: TerminalTexts) => NewAssumption

/** Adds the options for what is assumed of the world, and of who works; each can be given several times. */
export function addAssumptionOptions(command: Command, texts: TerminalTexts): Command {
  const { assuming: t } = texts
  const repeated = (flags: string, description: string, parse: Parse) => {
    const all: NewAssumption[] = []
    return valueOption(flags, description, {
      parse: (value, used) => {
        all.push(checked(parse(value, used), value, used))
        return all
      },
      texts,
    })
  }
  return command
    .addOption(repeated('--demand <percent>', t.demand, parseDemand))
    .addOption(repeated('--absent <agent:time>', t.absent, parseAbsence))
    .addOption(repeated('--hire <n@date:times>', t.hire, parseHires))
    .addOption(repeated('--off-phone <time>', t.offPhone, parseOffPhone))
    .addOption(repeated('--handling <percent>', t.handling, parseHandling))
    .addOption(repeated('--availability <points>', t.availability, parseAvailability))
}

/** `--hires` of commands that assume nothing else: the same as `--hire`, and without days and hours the usual ones. */
export function hiresOption(description: string, form: string, texts: TerminalTexts): Option {
  const all: Hires[] = []
  return valueOption('--hires <n@date>', description, {
    parse: (value, used) => {
      const whole = value.includes(':') ? value : value.replace(/^(\d+@[^,]*)/u, `$1:${USUAL_HOURS}`)
      if (!HIRES.test(whole)) throw usage(used.assuming.notHires({ value }), form)
      const hires = checked(parseHires(whole, used), value, used)
      if (hires.kind === 'hires') all.push({ ...hires, id: `option-${all.length + 1}` })
      return all
    },
    texts,
  })
}

const USUAL_HOURS = 'Mo-Fr,09:00-17:00'

/** All that the options assume. Agents are as they were written: an id or a name. */
export function assumptionsOf(options: AssumptionOptions): readonly Assumption[] {
  const { demand = [], absent = [], hire = [], offPhone = [], handling = [], availability = [] } = options
  return [...demand, ...absent, ...hire, ...offPhone, ...handling, ...availability].map(
    (one, index): Assumption => ({ ...one, id: `option-${index + 1}` }) as Assumption,
  )
}

/** Assumptions with the ids of agents in the place of what they were called. Throws 'not-found'. */
export async function withAgentIds(
  call: AppCaller,
  assumptions: readonly Assumption[],
  {
    workspaceId,
    plan,
    kept,
    texts,
  }: {
    readonly workspaceId: string
    readonly plan: PlanChoice | 'typical'
    /** What is as it was where an agent is not found. */
    readonly kept: string
    readonly texts: TerminalTexts
  },
): Promise<Assumption[]> {
  if (!assumptions.some(({ kind }) => kind === 'absence' || kind === 'shrinkage')) return [...assumptions]
  const shifts =
    plan === 'typical'
      ? []
      : plan.kind === 'given'
        ? plan.plan.shifts
        : (await call.plans.get({ workspaceId, planId: plan.id })).plan.shifts
  const planned = shifts.flatMap(({ agentId }) => (agentId === null ? [] : [{ id: agentId, name: agentId }]))
  const known = await call.agents.list({ workspaceId })
  const agents = [...known, ...planned.filter(({ id }) => !known.some((one) => one.id === id))]
  const idOf = (named: string): string => agentNamed(agents, named, { kept, texts })
  return assumptions.map((one) => {
    if (one.kind === 'absence') return { ...one, agentId: idOf(one.agentId) }
    if (one.kind === 'shrinkage') return { ...one, agentIds: one.agentIds?.map(idOf) ?? null }
    return one
  })
}

/** A time without its parentheses: dates with hours, or days of the week with hours. */
const DATE = String.raw`\d{4}-\d{2}-\d{2}`
const HOURS = String.raw`\d{1,2}:\d{2}[/-]\d{1,2}:\d{2}`
const DAY = '(?:Mo|Tu|We|Th|Fr|Sa|Su)'
const DAYS = `${DAY}(?:-${DAY})?(?:,${DAY}(?:-${DAY})?)*`
const TIME = `(?:${DATE}(?:\\.\\.${DATE})?(?:T${HOURS})?|${DAYS}(?:,${HOURS})?)`
const NUMBER = String.raw`[+-]?\d{1,7}(?:\.\d+)?`
const DEMAND = new RegExp(`^(?:(?<pool>.+?):)?(?:(?<time>${TIME})=)?(?<percent>${NUMBER})%$`, 'iu')
const AGENT_AT = new RegExp(`^(?<agent>.+):(?<time>${TIME})$`, 'iu')
const ONLY_TIME = new RegExp(`^${TIME}$`, 'iu')
const IN_DATES = new RegExp(`^(${DATE})(?:\\.\\.(${DATE}))?(?:T(.+))?$`, 'iu')
const IN_DAYS = new RegExp(`^(${DAYS})(?:,(${HOURS}))?$`, 'iu')
const HIRES = new RegExp(
  `^(?<count>\\d{1,4})@(?<from>${DATE}):(?<days>${DAYS}),(?<hours>${HOURS})(?:,ramp=(?<ramp>${NUMBER}(?:,${NUMBER})*))?$`,
  'iu',
)
const DAY_NAMES = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa']

function parseDemand(value: string, texts: TerminalTexts): NewAssumption {
  const { assuming: t } = texts
  const { pool, time, percent } = DEMAND.exec(value)?.groups ?? {}
  if (percent === undefined) throw usage(t.notDemand({ value }), t.demandForm)
  return {
    kind: 'demand',
    percent: Number(percent),
    poolId: pool ?? null,
    time: time === undefined ? ALWAYS : parseTime(time, texts),
  }
}

function parseAbsence(value: string, texts: TerminalTexts): NewAssumption {
  const { assuming: t } = texts
  const { agent, time } = AGENT_AT.exec(value)?.groups ?? {}
  if (agent === undefined || time === undefined) throw usage(t.notAbsence({ value }), t.absenceForm)
  return { kind: 'absence', agentId: agent, time: parseTime(time, texts) }
}

function parseOffPhone(value: string, texts: TerminalTexts): NewAssumption {
  const { assuming: t } = texts
  if (ONLY_TIME.test(value)) return { kind: 'shrinkage', agentIds: null, time: parseTime(value, texts) }
  const { agent, time } = AGENT_AT.exec(value)?.groups ?? {}
  if (agent === undefined || time === undefined) throw usage(t.notOffPhone({ value }), t.offPhoneForm)
  return { kind: 'shrinkage', agentIds: [agent], time: parseTime(time, texts) }
}

function parseHires(value: string, texts: TerminalTexts): NewAssumption {
  const { assuming: t } = texts
  const { count, from, days, hours, ramp } = HIRES.exec(value)?.groups ?? {}
  if (count === undefined) throw usage(t.notHires({ value }), t.hiresForm)
  return {
    kind: 'hires',
    count: Number(count),
    from: parseDateOf(from!, texts),
    days: parseDays(days!),
    hours: parseHours(hours!, texts),
    ramp: ramp === undefined ? USUAL_RAMP : ramp.split(',').map(Number),
  }
}

function parseHandling(value: string, { assuming: t }: TerminalTexts): NewAssumption {
  if (!new RegExp(`^${NUMBER}%$`, 'u').test(value)) throw usage(t.notPercent({ value }), t.handlingForm)
  return { kind: 'handling', percent: Number(value.slice(0, -1)) }
}

function parseAvailability(value: string, { assuming: t }: TerminalTexts): NewAssumption {
  if (!new RegExp(`^${NUMBER}$`, 'u').test(value)) throw usage(t.notPoints({ value }), t.availabilityForm)
  return { kind: 'availability', points: Number(value) }
}

function parseTime(text: string, texts: TerminalTexts): AssumedTime {
  const [, from, to, ofDates] = IN_DATES.exec(text) ?? []
  if (from !== undefined) {
    const [first, last] = [parseDateOf(from, texts), parseDateOf(to ?? from, texts)]
    if (last < first) throw usage(texts.assuming.endsBefore({ from: first, to: last }), texts.assuming.earlierFirst)
    return { ...ALWAYS, from: first, to: last, hours: ofDates === undefined ? null : parseHours(ofDates, texts) }
  }
  const [, days, hours] = IN_DAYS.exec(text)!
  return { ...ALWAYS, days: parseDays(days!), hours: hours === undefined ? null : parseHours(hours, texts) }
}

function parseDateOf(text: string, { options: t }: TerminalTexts): string {
  if (isLocalDate(text)) return text
  throw usage(t.notADate({ value: text }), t.dateForm)
}

/** An end that is not after the start is on the next day. */
function parseHours(text: string, { assuming: t }: TerminalTexts): TimeRange {
  const [start, end] = text.split(/[/-]/u).map((time) => parseWallTime(time.padStart(5, '0')))
  if (start === null || start === undefined || end === null || end === undefined || start === DAY_MINUTES)
    throw usage(t.notHours({ value: text }), t.hoursForm)
  if (start % 15 !== 0 || end % 15 !== 0) throw usage(t.notOnGrid({ value: text }), t.hoursForm)
  return { startMinute: start, endMinute: end > start ? end : end + DAY_MINUTES }
}

/** "Mo-Fr", "Sa-Mo", "Mo,We". */
function parseDays(text: string): readonly number[] {
  const days = text.split(',').flatMap((part) => {
    const [from, to = from] = part.split('-').map((name) => DAY_NAMES.indexOf(name.toLowerCase()))
    return Array.from({ length: ((to! - from! + 7) % 7) + 1 }, (_, index) => (from! + index) % 7)
  })
  return [...new Set(days)].toSorted((one, other) => one - other)
}

/** Refuses what goes further than an assumption may. */
function checked(assumption: NewAssumption, value: string, { assuming: t }: TerminalTexts): NewAssumption {
  if (assumptionSchema.safeParse({ ...assumption, id: 'any' }).success) return assumption
  const { leastDemand, leastHandling, mostPercent, hires, rampWeeks } = ASSUMPTION_LIMITS
  throw usage(
    t.tooFar({ value }),
    t.limits({
      leastDemand: String(leastDemand),
      leastHandling: String(leastHandling),
      most: String(mostPercent),
      hires: String(hires),
      weeks: String(rampWeeks),
    }),
  )
}
