import { z } from 'zod'
import { DAY_MINUTES } from '../plan/plan.ts'
import type { AgentRules, AvailableSpell, Rules } from '../plan/rules/rules.ts'
import { hourlyCost, localDate, poolIds, workLimits, zoneName } from '../plan/rules/rules-schema.ts'
import { formatWallTime, parseWallTime } from '../plan/wall-time.ts'
import { parsedFile, unreadableFile } from './file-value.ts'

const time = z.string().refine((text) => parseWallTime(text) !== null, 'is not a time from 00:00 to 24:00, such as "17:30"')
/** An end not after its start is on the next day. */
const availableSpell = z.strictObject({
  dayOfWeek: z.number().refine((day) => Number.isInteger(day) && day >= 0 && day < 7, 'is not a day of the week, 0 (Sunday) to 6'),
  start: time,
  end: time,
})

const agentSchema = z.strictObject({
  agentId: z.string().min(1).max(200),
  name: z.string().max(200).exactOptional(),
  ...workLimits,
  hourlyCost: hourlyCost.exactOptional(),
  /** null or left out: at any time. */
  availability: z.array(availableSpell).max(200).nullable().exactOptional(),
  daysOff: z.array(localDate).max(5_000).exactOptional(),
  pools: poolIds.nullable().exactOptional(),
  timeZone: zoneName.nullable().exactOptional(),
})

/** A rules file: who can work when, and which shifts may be suggested. Everything may be left out. */
export const rulesFileSchema = z.strictObject({
  agents: z.array(agentSchema).max(10_000).default([]),
  shiftStartsEveryMinutes: z.union([z.literal(15), z.literal(30), z.literal(60)], 'is not 15, 30 or 60').default(60),
  shiftLengthsHours: z.array(z.number().min(0.25).max(24).multipleOf(0.25)).min(1).max(96).default([4, 6, 8]),
  breakMinutes: z.int().min(0).max(480).multipleOf(15).default(30),
  breakAfterHours: z.number().min(0).max(24).default(5),
  hoursBudget: z.number().min(0).max(1_000_000).nullable().default(null),
})

export type RulesFile = z.output<typeof rulesFileSchema>

/** What a rules file says: the rules of work, and what a suggestion may use. */
export interface ReadRules extends Omit<RulesFile, 'agents'> {
  readonly rules: Rules
  /** Names by agent id, of those who have one. */
  readonly names: Readonly<Record<string, string>>
}

/** What a rules file says (its text, or the JSON value). Throws AppError 'invalid-input' that names the path of what is wrong and why. */
export function rulesFromFile(file: unknown): ReadRules {
  const { agents, ...rest } = parsedFile(rulesFileSchema, file, { what: 'a rules file' })
  const twice = agents.findIndex(({ agentId }, index) => agents.findIndex((each) => each.agentId === agentId) < index)
  if (twice >= 0) {
    throw unreadableFile({ what: 'a rules file', path: `agents[${twice}].agentId`, reason: `"${agents[twice]!.agentId}" is there twice` })
  }
  const owedBreak = rest.breakMinutes === 0 ? null : { afterHours: rest.breakAfterHours, minutes: rest.breakMinutes }
  const read = agents.map(readAgent)
  return {
    ...rest,
    rules: {
      plan: { limits: {}, owedBreak, hourlyCost: null },
      agents: Object.fromEntries(read.map(({ agentId, rules }) => [agentId, rules])),
    },
    names: Object.fromEntries(read.flatMap(({ agentId, name }) => (name === undefined ? [] : [[agentId, name]]))),
  }
}

interface ReadAgent {
  readonly agentId: string
  readonly name: string | undefined
  readonly rules: AgentRules
}

function readAgent({ agentId, name, availability, ...rules }: z.output<typeof agentSchema>): ReadAgent {
  if (availability === undefined) return { agentId, name, rules }
  return { agentId, name, rules: { ...rules, availability: availability && availability.map(spellOf) } }
}

function spellOf({ dayOfWeek, start, end }: z.output<typeof availableSpell>): AvailableSpell {
  const startMinute = parseWallTime(start)! % DAY_MINUTES
  const endMinute = parseWallTime(end)!
  return { dayOfWeek, startMinute, endMinute: endMinute > startMinute ? endMinute : endMinute + DAY_MINUTES }
}

/** An agent as a rules file has it; `name` null: none of the user's. */
export interface RuledAgent {
  readonly id: string
  readonly name: string | null
  readonly rules: AgentRules
}

/** Agents with their rules as the text of a rules file. */
export function rulesToText(agents: readonly RuledAgent[]): string {
  return `${JSON.stringify({ agents: agents.map(writtenAgent) }, null, 2)}\n`
}

function writtenAgent({ id, name, rules: { availability, ...rules } }: RuledAgent): z.input<typeof agentSchema> {
  return {
    agentId: id,
    ...(name === null ? {} : { name }),
    ...(rules as Omit<z.input<typeof agentSchema>, 'agentId' | 'name' | 'availability'>),
    ...(availability === undefined ? {} : { availability: availability && availability.flatMap(writtenSpells) }),
  }
}

/** A file says times of a day: what is longer than a day is more than one spell. */
function writtenSpells({ dayOfWeek, startMinute, endMinute }: AvailableSpell): z.input<typeof availableSpell>[] {
  const end = Math.min(endMinute, startMinute + DAY_MINUTES)
  const spell = { dayOfWeek, start: formatWallTime(startMinute), end: formatWallTime(end % DAY_MINUTES) }
  return end === endMinute ? [spell] : [spell, ...writtenSpells({ dayOfWeek: (dayOfWeek + 1) % 7, startMinute, endMinute: endMinute - DAY_MINUTES })]
}
