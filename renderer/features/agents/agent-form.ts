import { isEmailAddress } from '../../../shared/foundation/email-address.ts'
import type { HolidayPlace } from '../../../shared/plan/rules/rule-types.ts'
import type { AgentRules, Wish } from '../../../shared/plan/rules/rules.ts'
import { typedCost, costProblem, costText } from '../../app/work-rules/cost-text.ts'
import { limitProblems, typedLimits, limitTexts, type LimitTexts } from '../../app/work-rules/limit-texts.ts'
import { decimalProblem, parseDecimal } from '../../kit/number-text.ts'
import { currentFormat } from '../../format/format-context.tsx'
import type { AgentEntry } from './agent-types.ts'
import {
  isUsableOwnRule,
  ownMinor,
  ownRule,
  typedMinor,
  typedOwnRule,
  type OwnMinor,
  type OwnRule,
} from './own-rules.ts'
import { availableRanges, weekAvailability, type WeekAvailability } from './availability.ts'

/** An agent's rules, as the form has them. */
export interface AgentForm extends LimitTexts {
  readonly name: string
  readonly email: string
  readonly hourlyCost: string
  /** Days a year. */
  readonly vacationDays: string
  /** null: those of the workspace. */
  readonly holidayCalendar: HolidayPlace | null
  /** null: the plan's. */
  readonly timeZone: string | null
  /** null: all. */
  readonly pools: readonly string[] | null
  readonly availability: WeekAvailability
  readonly wishes: readonly Wish[]
  readonly daysOff: readonly string[]
  readonly averageHours: OwnRule
  readonly night: OwnRule
  readonly minor: OwnMinor
  /** The rules as they are stored: numbers for minors of no pack have no field. */
  readonly kept: AgentRules
}

/** What was changed and not saved yet. */
export type AgentDraft = Partial<AgentForm>

/** What is stored of an agent. */
export interface SavedAgent {
  /** null: as the source has it. */
  readonly name: string | null
  readonly rules: AgentRules
}

const LONGEST_NAME = 120

/** The form of an agent; null: of one who is not there yet. */
export function agentForm(agent: AgentEntry | null): AgentForm {
  const rules = agent?.rules ?? {}
  return {
    ...limitTexts(rules),
    name: agent?.name ?? '',
    email: rules.email ?? '',
    hourlyCost: costText(rules.hourlyCost),
    vacationDays: costText(rules.vacationDays),
    holidayCalendar: rules.holidayCalendar ?? null,
    timeZone: rules.timeZone ?? null,
    pools: rules.pools ?? null,
    availability: weekAvailability(rules.availability),
    wishes: rules.wishes ?? [],
    daysOff: rules.daysOff ?? [],
    averageHours: ownRule('averageHours', rules),
    night: ownRule('night', rules),
    minor: ownMinor(rules),
    kept: rules,
  }
}

/** The part of a draft that differs from what is saved. */
export function differing(draft: AgentDraft, form: AgentForm): AgentDraft {
  return Object.fromEntries(
    Object.entries(draft).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(form[field as keyof AgentForm]),
    ),
  )
}

/** What is wrong with an agent's name; null: nothing. An agent of the source can do without one. */
export function nameProblem(name: string, agent: AgentEntry | null): string | null {
  const t = currentFormat().texts.agents
  const plain = name.trim()
  if (plain === '' && !agent?.inSource) return t.nameMissing
  return plain.length > LONGEST_NAME ? t.nameTooLong({ count: LONGEST_NAME }) : null
}

/** What is wrong with an address as typed; null: nothing. */
export function emailProblem(email: string): string | null {
  return email.trim() === '' || isEmailAddress(email.trim()) ? null : currentFormat().texts.agents.emailWrong
}

const VACATION_DAYS = { minValue: 0, maxValue: 366 }

/** What is wrong with days of vacation as typed; null: nothing. */
export function vacationProblem(days: string): string | null {
  return days.trim() === '' ? null : decimalProblem(parseDecimal(days), VACATION_DAYS)
}

export function isUsable(form: AgentForm, agent: AgentEntry | null): boolean {
  return (
    nameProblem(form.name, agent) === null &&
    Object.keys(limitProblems(form)).length === 0 &&
    isUsableOwnRule('averageHours', form.averageHours) &&
    isUsableOwnRule('night', form.night) &&
    emailProblem(form.email) === null &&
    costProblem(form.hourlyCost) === null &&
    vacationProblem(form.vacationDays) === null
  )
}

/** What to store of an agent; what equals the source or the plan's default is left out, so that it follows them. */
export function savedAgent(form: AgentForm, agent: AgentEntry | null): SavedAgent {
  const name = form.name.trim()
  const email = form.email.trim()
  const cost = typedCost(form.hourlyCost)
  const vacationDays = typedCost(form.vacationDays)
  const availability = availableRanges(form.availability)
  const usualPools = agent?.inSource ? agent.sourcePools : null
  return {
    name: agent?.inSource && (name === '' || name === (agent.sourceName ?? agent.id)) ? null : name,
    rules: {
      ...typedLimits(form),
      ...typedOwnRule('averageHours', form.averageHours),
      ...typedOwnRule('night', form.night),
      ...typedMinor(form.minor, form.kept),
      ...(email === '' ? {} : { email }),
      ...(cost === null ? {} : { hourlyCost: cost }),
      ...(vacationDays === null ? {} : { vacationDays }),
      ...(form.holidayCalendar === null ? {} : { holidayCalendar: form.holidayCalendar }),
      ...(form.timeZone === null ? {} : { timeZone: form.timeZone }),
      ...(isSameSet(form.pools, usualPools) ? {} : { pools: form.pools }),
      ...(availability === null ? {} : { availability }),
      ...(form.wishes.length === 0 ? {} : { wishes: form.wishes }),
      ...(form.daysOff.length === 0 ? {} : { daysOff: form.daysOff }),
    },
  }
}

/** Whether two choices of pools are the same. */
export function isSameSet(one: readonly string[] | null, other: readonly string[] | null): boolean {
  if (one === null || other === null) return one === other
  return one.length === other.length && one.every((id) => other.includes(id))
}
