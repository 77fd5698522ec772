import { z } from 'zod'
import { DAY_MINUTES } from '../foundation/minutes.ts'
import type { RulePack } from '../plan/rules/packs/pack.ts'
import { applyPack, applyPackToAgent, packById, RULE_PACKS } from '../plan/rules/packs/packs.ts'
import type { MinorRules, OwedBreak, TimeOff } from '../plan/rules/rule-types.ts'
import {
  NO_PLAN_RULES,
  type AgentRules,
  type AvailableRange,
  type PlanRules,
  type Rules,
  type WorkRules,
  type Wish,
  WISHES,
} from '../plan/rules/rules.ts'
import {
  emailAddress,
  holidayPlace,
  hourlyCost,
  localDate,
  minorHours,
  MOST_WISHES,
  morePlanRules,
  owedBreakCounts,
  poolIds,
  vacationDays,
} from '../plan/rules/rules-schema.ts'
import { formatWallTime } from '../plan/wall-time.ts'
import { isIanaZone } from '../time/zone.ts'
import { parsedFile, unreadableFile } from './file-value.ts'
import {
  fileDayOfWeek,
  fileMinimumStaff,
  fileTimeOff,
  fileWorkRules,
  rangeOf,
  readMinimumStaff,
  readTimeOff,
  readWorkRules,
  time,
  writeMinimumStaff,
  writeTimeOff,
  writeWorkRules,
} from './rules-file-parts.ts'

function idsOf(appliesTo: RulePack['appliesTo']): string {
  return RULE_PACKS.flatMap((pack) => (pack.appliesTo === appliesTo ? [pack.id] : [])).join(', ')
}

/** An end not after its start is on the next day. */
const availableRange = z.strictObject({ dayOfWeek: fileDayOfWeek, start: time, end: time })

const fileWish = z.strictObject({ wish: z.enum(WISHES), dayOfWeek: fileDayOfWeek, start: time, end: time })

const agentFields = z.strictObject({
  agentId: z.string().min(1).max(200),
  name: z.string().max(200).exactOptional(),
  /** Id of a pack for somebody, whose numbers hold where the file says nothing else of them. */
  pack: z
    .string()
    .refine((id) => packById(id)?.appliesTo === 'agent', `must be one of ${idsOf('agent')}`)
    .exactOptional(),
  /** Of the pack. */
  schoolDays: minorHours.schoolDays.exactOptional(),
  schoolBreaks: minorHours.schoolBreaks.exactOptional(),
  ...fileWorkRules,
  hourlyCost: hourlyCost.exactOptional(),
  /** null or left out: at any time. */
  availability: z.array(availableRange).max(200).nullable().exactOptional(),
  daysOff: z.array(localDate).max(5_000).exactOptional(),
  pools: poolIds.nullable().exactOptional(),
  timeZone: z.string().refine(isIanaZone, 'is not an IANA name such as Europe/Berlin').nullable().exactOptional(),
  holidayCalendar: holidayPlace.nullable().exactOptional(),
  vacationDays: vacationDays.exactOptional(),
  /** When somebody would rather work, or rather not. */
  wishes: z.array(fileWish).max(MOST_WISHES).exactOptional(),
  email: emailAddress.nullable().exactOptional(),
  timeOff: z.array(fileTimeOff).max(5_000).exactOptional(),
})

const agentSchema = agentFields.refine(
  ({ pack, schoolDays, schoolBreaks }) =>
    pack !== undefined || (schoolDays === undefined && schoolBreaks === undefined),
  'has schoolDays or schoolBreaks but no pack: name the pack, or put them into minor',
)

/** A rules file: who can work when, and which shifts may be suggested. Everything may be left out. */
const rulesFileSchema = z.strictObject({
  agents: z.array(agentSchema).max(10_000).default([]),
  shiftStartsEveryMinutes: z.union([z.literal(15), z.literal(30), z.literal(60)], 'is not 15, 30 or 60').default(60),
  shiftLengthsHours: z.array(z.number().min(0.25).max(24).multipleOf(0.25)).min(1).max(96).default([4, 6, 8]),
  /** Left out: what the pack says, else 30 after 5 hours. */
  breakMinutes: z.int().min(0).max(480).multipleOf(15).exactOptional(),
  breakAfterHours: z.number().min(0).max(24).exactOptional(),
  breakCounts: owedBreakCounts.exactOptional(),
  hoursBudget: z.number().min(0).max(1_000_000).nullable().default(null),
  /** Id of a pack whose numbers hold where the file says nothing else. */
  pack: z
    .string()
    .refine((id) => packById(id)?.appliesTo === 'plan', `must be one of ${idsOf('plan')}`)
    .nullable()
    .default(null),
  /** For everybody who has no rule of their own. */
  limits: z.strictObject(fileWorkRules).default({}),
  moreOwedBreaks: morePlanRules.moreOwedBreaks,
  breaksByHour: morePlanRules.breaksByHour,
  unbrokenWork: morePlanRules.unbrokenWork,
  overtime: morePlanRules.overtime,
  noticeDays: morePlanRules.noticeDays,
  minimumStaff: z.array(fileMinimumStaff).max(2_000).exactOptional(),
})

type ParsedRules = z.output<typeof rulesFileSchema>
/** What a file can say of plans beside `pack` and `limits`, which are empty where it does not. */
const PLAN_FIELDS = [
  'breakMinutes',
  'breakAfterHours',
  'breakCounts',
  'moreOwedBreaks',
  'breaksByHour',
  'unbrokenWork',
  'overtime',
  'noticeDays',
  'minimumStaff',
] as const
type PlanPart = Pick<ParsedRules, 'pack' | 'limits' | (typeof PLAN_FIELDS)[number]>

/** What a rules file says: the rules of work, and what a suggestion may use. */
export interface ReadRules extends Pick<ParsedRules, 'shiftStartsEveryMinutes' | 'shiftLengthsHours' | 'hoursBudget'> {
  readonly breakMinutes: number
  readonly breakAfterHours: number
  readonly rules: Rules
  /** Names by agent id, of those who have one. */
  readonly names: Readonly<Record<string, string>>
}

const USUAL_BREAK = { minutes: 30, afterHours: 5 }
/** What holds where a file without a pack says nothing of breaks. */
const USUAL_RULES: PlanRules = { ...NO_PLAN_RULES, owedBreak: USUAL_BREAK }

/** What a rules file says (its text, or the JSON value). Throws AppError 'invalid-input' that names the path of what is wrong and why. */
export function rulesFromFile(file: unknown): ReadRules {
  const parsed = parsedRules(file)
  const { agents, shiftStartsEveryMinutes, shiftLengthsHours, hoursBudget } = parsed
  const read = agents.map(readAgent)
  const timeOff = read.filter((agent) => agent.timeOff.length > 0)
  const plan = planPart(parsed, parsed.pack === null ? USUAL_RULES : NO_PLAN_RULES)
  return {
    shiftStartsEveryMinutes,
    shiftLengthsHours,
    hoursBudget,
    breakMinutes: plan.owedBreak?.minutes ?? 0,
    breakAfterHours: plan.owedBreak?.afterHours ?? parsed.breakAfterHours ?? USUAL_BREAK.afterHours,
    rules: {
      plan,
      agents: Object.fromEntries(read.map(({ agentId, rules }) => [agentId, rules])),
      ...(timeOff.length === 0
        ? {}
        : { timeOff: Object.fromEntries(timeOff.map((agent) => [agent.agentId, agent.timeOff])) }),
    },
    names: Object.fromEntries(read.flatMap(({ agentId, name }) => (name === undefined ? [] : [[agentId, name]]))),
  }
}

/** Whether a file says what holds for everybody, beside agents. Throws as `rulesFromFile`. */
export function hasPlanRules(file: unknown): boolean {
  return saysOfPlans(parsedRules(file))
}

/**
 * A plan's rules with what a file says of plans; what it leaves out stays as it is. null: it says nothing of plans. Throws as
 * `rulesFromFile`.
 */
export function withPlanRulesOfFile(rules: PlanRules, file: unknown): PlanRules | null {
  const parsed = parsedRules(file)
  return saysOfPlans(parsed) ? planPart(parsed, rules) : null
}

function parsedRules(file: unknown): ParsedRules {
  const parsed = parsedFile(rulesFileSchema, file, { what: 'a rules file' })
  const { agents } = parsed
  const twice = agents.findIndex(({ agentId }, index) => agents.findIndex((each) => each.agentId === agentId) < index)
  if (twice >= 0) {
    throw unreadableFile({
      what: 'a rules file',
      path: `agents[${twice}].agentId`,
      reason: `"${agents[twice]!.agentId}" is there twice`,
    })
  }
  return parsed
}

function saysOfPlans(parsed: PlanPart): boolean {
  const hasLimits = Object.keys(parsed.limits).length > 0
  return hasLimits || parsed.pack !== null || PLAN_FIELDS.some((name) => parsed[name] !== undefined)
}

/** A plan's rules with the numbers of the file's pack, and over them what the file says. */
function planPart(
  {
    pack: packId,
    limits,
    minimumStaff,
    breakMinutes,
    breakAfterHours,
    breakCounts: counts,
    moreOwedBreaks,
    breaksByHour,
    unbrokenWork,
    overtime,
    noticeDays,
  }: PlanPart,
  rules: PlanRules,
): PlanRules {
  const pack = packId === null ? undefined : packById(packId)
  const begin = pack === undefined ? rules : applyPack(rules, pack)
  const hasBreakRule = [breakMinutes, breakAfterHours, counts].some((given) => given !== undefined)
  const minutes = breakMinutes ?? USUAL_BREAK.minutes
  const afterHours = breakAfterHours ?? USUAL_BREAK.afterHours
  const owedBreak = minutes === 0 ? null : { afterHours, minutes, ...(counts === undefined ? {} : { counts }) }
  return {
    ...begin,
    limits: { ...begin.limits, ...readWorkRules(limits) },
    owedBreak: hasBreakRule ? owedBreak : begin.owedBreak,
    ...(moreOwedBreaks === undefined ? {} : { moreOwedBreaks }),
    ...(breaksByHour === undefined ? {} : { breaksByHour }),
    ...(unbrokenWork === undefined ? {} : { unbrokenWork }),
    ...(overtime === undefined ? {} : { overtime }),
    ...(noticeDays === undefined ? {} : { noticeDays }),
    ...(minimumStaff === undefined ? {} : { minimumStaff: minimumStaff.map(readMinimumStaff) }),
  }
}

interface ReadAgent {
  readonly agentId: string
  readonly name: string | undefined
  readonly rules: AgentRules
  readonly timeOff: readonly TimeOff[]
}

function readAgent({ agentId, name, timeOff = [], ...rest }: z.output<typeof agentSchema>): ReadAgent {
  const {
    hourlyCost: cost,
    availability,
    daysOff,
    pools,
    timeZone,
    holidayCalendar,
    vacationDays: days,
    wishes,
    email,
    ...others
  } = rest
  const { pack, schoolDays, schoolBreaks, ...limits } = others
  return {
    agentId,
    name,
    rules: {
      ...packOf(pack, { schoolDays, schoolBreaks }),
      ...readWorkRules(limits),
      ...(cost === undefined ? {} : { hourlyCost: cost }),
      ...(daysOff === undefined ? {} : { daysOff }),
      ...(pools === undefined ? {} : { pools }),
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(holidayCalendar === undefined ? {} : { holidayCalendar }),
      ...(days === undefined ? {} : { vacationDays: days }),
      ...(wishes === undefined
        ? {}
        : { wishes: wishes.map(({ wish, dayOfWeek, start, end }) => ({ wish, dayOfWeek, ...rangeOf(start, end) })) }),
      ...(email === undefined ? {} : { email }),
      ...(availability === undefined
        ? {}
        : {
            availability:
              availability && availability.map(({ dayOfWeek, start, end }) => ({ dayOfWeek, ...rangeOf(start, end) })),
          }),
    },
    timeOff: timeOff.map((entry, index) => ({ id: `${agentId} ${index}`, ...readTimeOff(entry) })),
  }
}

/** What a pack for somebody fills in, with the days on which they have school. */
function packOf(
  id: string | undefined,
  {
    schoolDays,
    schoolBreaks,
  }: {
    readonly schoolDays: MinorRules['schoolDays'] | undefined
    readonly schoolBreaks: MinorRules['schoolBreaks'] | undefined
  },
): AgentRules {
  const pack = id === undefined ? undefined : packById(id)
  if (pack === undefined) return {}
  const rules = applyPackToAgent({}, pack)
  if (!rules.minor) return rules
  return {
    ...rules,
    minor: {
      ...rules.minor,
      ...(schoolDays === undefined ? {} : { schoolDays }),
      ...(schoolBreaks === undefined ? {} : { schoolBreaks }),
    },
  }
}

/** An agent as a rules file has it; `name` null: none of the user's. */
export interface RuledAgent {
  readonly id: string
  readonly name: string | null
  readonly rules: AgentRules
}

/** Agents with their rules and time off, and what holds in a plan, as the text of a rules file. */
export function rulesToText(
  agents: readonly RuledAgent[],
  timeOff: Readonly<Record<string, readonly Omit<TimeOff, 'id'>[]>> = {},
  plan: PlanRules | null = null,
): string {
  const written = agents.map((agent) => {
    const own = Object.hasOwn(timeOff, agent.id) ? timeOff[agent.id]! : []
    return { ...writtenAgent(agent), ...(own.length === 0 ? {} : { timeOff: own.map(writeTimeOff) }) }
  })
  return `${JSON.stringify({ agents: written, ...(plan === null ? {} : writtenPlan(plan)) }, null, 2)}\n`
}

function writtenAgent({ id, name, rules }: RuledAgent): z.input<typeof agentSchema> {
  const {
    hourlyCost: cost,
    availability,
    daysOff,
    pools,
    timeZone,
    holidayCalendar,
    vacationDays: days,
    wishes,
    email,
    ...limits
  } = rules
  return {
    agentId: id,
    ...(name === null ? {} : { name }),
    ...writeWorkRules(limits),
    ...(cost === undefined ? {} : { hourlyCost: cost }),
    ...(daysOff === undefined ? {} : { daysOff: [...daysOff] }),
    ...(pools === undefined ? {} : { pools: pools && [...pools] }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(holidayCalendar === undefined ? {} : { holidayCalendar }),
    ...(days === undefined ? {} : { vacationDays: days }),
    ...(wishes === undefined ? {} : { wishes: wishes.map(writtenWish) }),
    ...(email === undefined ? {} : { email }),
    ...(availability === undefined ? {} : { availability: availability && availability.flatMap(writtenRanges) }),
  }
}

/** What holds in a plan; of its pack's numbers those that were taken out are none, so that reading it does not bring them back. */
function writtenPlan(plan: PlanRules): Partial<z.input<typeof rulesFileSchema>> {
  const { limits, owedBreak, pack: packId = null, minimumStaff } = plan
  const pack = packId === null ? undefined : packById(packId)
  const ofPack = pack === undefined ? NO_PLAN_RULES : applyPack(NO_PLAN_RULES, pack)
  const gone = Object.keys(ofPack.limits).filter((name) => limits[name as keyof WorkRules] === undefined)
  const { moreOwedBreaks, breaksByHour, overtime, unbrokenWork, noticeDays } = {
    ...(ofPack.moreOwedBreaks === undefined ? {} : { moreOwedBreaks: [] }),
    ...(ofPack.breaksByHour === undefined ? {} : { breaksByHour: [] }),
    ...(ofPack.overtime === undefined ? {} : { overtime: [] }),
    ...(ofPack.unbrokenWork ? { unbrokenWork: null } : {}),
    ...plan,
  }
  return {
    ...(pack === undefined ? {} : { pack: pack.id }),
    limits: { ...Object.fromEntries(gone.map((name) => [name, null])), ...writeWorkRules(limits) },
    ...(pack !== undefined && isSameBreak(owedBreak, ofPack.owedBreak)
      ? withMoreBreaks(moreOwedBreaks)
      : writtenBreaks(owedBreak, moreOwedBreaks)),
    ...(breaksByHour === undefined ? {} : { breaksByHour }),
    ...(unbrokenWork === undefined ? {} : { unbrokenWork }),
    ...(overtime === undefined ? {} : { overtime }),
    ...(noticeDays === undefined ? {} : { noticeDays }),
    ...(minimumStaff === undefined ? {} : { minimumStaff: minimumStaff.map(writeMinimumStaff) }),
  }
}

type WrittenBreaks = Pick<
  z.input<typeof rulesFileSchema>,
  'breakMinutes' | 'breakAfterHours' | 'breakCounts' | 'moreOwedBreaks'
>

function isSameBreak(one: OwedBreak | null, other: OwedBreak | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function withMoreBreaks(moreOwedBreaks: readonly OwedBreak[] | undefined): WrittenBreaks {
  return moreOwedBreaks === undefined ? {} : { moreOwedBreaks }
}

/** A break that is not on the quarter-hour is one of a list: the field for suggestions takes only what they can draw. */
function writtenBreaks(owedBreak: OwedBreak | null, more: readonly OwedBreak[] | undefined): WrittenBreaks {
  if (owedBreak === null) return { breakMinutes: 0, ...withMoreBreaks(more) }
  const { minutes, afterHours, counts } = owedBreak
  if (minutes % 15 !== 0 || minutes > 480 || afterHours > 24)
    return { breakMinutes: 0, moreOwedBreaks: [owedBreak, ...(more ?? [])] }
  return {
    breakMinutes: minutes,
    breakAfterHours: afterHours,
    ...(counts === undefined ? {} : { breakCounts: counts }),
    ...withMoreBreaks(more),
  }
}

function writtenWish({ wish, dayOfWeek, startMinute, endMinute }: Wish): z.input<typeof fileWish> {
  return { wish, dayOfWeek, start: formatWallTime(startMinute), end: formatWallTime(endMinute % DAY_MINUTES) }
}

/** A file says times of a day: what is longer than a day is more than one time range. */
function writtenRanges({ dayOfWeek, startMinute, endMinute }: AvailableRange): z.input<typeof availableRange>[] {
  const end = Math.min(endMinute, startMinute + DAY_MINUTES)
  const range = { dayOfWeek, start: formatWallTime(startMinute), end: formatWallTime(end % DAY_MINUTES) }
  return end === endMinute
    ? [range]
    : [range, ...writtenRanges({ dayOfWeek: (dayOfWeek + 1) % 7, startMinute, endMinute: endMinute - DAY_MINUTES })]
}
