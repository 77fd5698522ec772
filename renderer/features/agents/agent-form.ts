import type { AgentRules } from '../../../shared/plan/rules/rules.ts'
import { costOf, costProblem, costText } from '../../work-rules/cost-text.ts'
import { limitProblems, limitsOf, limitTexts, type LimitTexts } from '../../work-rules/limit-texts.ts'
import type { AgentEntry } from './agent-types.ts'
import { availabilityOf, weekAvailability, type WeekAvailability } from './availability.ts'

/** What is said of an agent, as the form holds it. */
export interface AgentForm extends LimitTexts {
  readonly name: string
  readonly hourlyCost: string
  /** null: the plan's. */
  readonly timeZone: string | null
  /** null: all. */
  readonly pools: readonly string[] | null
  readonly availability: WeekAvailability
  readonly daysOff: readonly string[]
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
export function formOf(agent: AgentEntry | null): AgentForm {
  const rules = agent?.rules ?? {}
  return {
    ...limitTexts(rules),
    name: agent?.name ?? '',
    hourlyCost: costText(rules.hourlyCost),
    timeZone: rules.timeZone ?? null,
    pools: rules.pools ?? null,
    availability: weekAvailability(rules.availability),
    daysOff: rules.daysOff ?? [],
  }
}

/** The part of a draft that differs from what is saved. */
export function differing(draft: AgentDraft, form: AgentForm): AgentDraft {
  return Object.fromEntries(Object.entries(draft).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(form[field as keyof AgentForm])))
}

/** What is wrong with an agent's name; null: nothing. An agent of the source can do without one. */
export function nameProblem(name: string, agent: AgentEntry | null): string | null {
  const plain = name.trim()
  if (plain === '' && !agent?.inSource) return 'Write a name.'
  return plain.length > LONGEST_NAME ? `Use at most ${LONGEST_NAME} characters.` : null
}

export function isUsable(form: AgentForm, agent: AgentEntry | null): boolean {
  return nameProblem(form.name, agent) === null && Object.keys(limitProblems(form)).length === 0 && costProblem(form.hourlyCost) === null
}

/** What to store of an agent; what is as the source or the plan has it is left out, so that it follows them. */
export function savedAgent(form: AgentForm, agent: AgentEntry | null): SavedAgent {
  const name = form.name.trim()
  const cost = costOf(form.hourlyCost)
  const availability = availabilityOf(form.availability)
  const usualPools = agent?.inSource ? agent.sourcePools : null
  return {
    name: agent?.inSource && (name === '' || name === (agent.sourceName ?? agent.id)) ? null : name,
    rules: {
      ...limitsOf(form),
      ...(cost === null ? {} : { hourlyCost: cost }),
      ...(form.timeZone === null ? {} : { timeZone: form.timeZone }),
      ...(isSameSet(form.pools, usualPools) ? {} : { pools: form.pools }),
      ...(availability === null ? {} : { availability }),
      ...(form.daysOff.length === 0 ? {} : { daysOff: form.daysOff }),
    },
  }
}

/** Whether nothing is said that the source does not say already. */
export function saysNothing({ name, rules }: SavedAgent): boolean {
  return name === null && Object.keys(rules).length === 0
}

/** Whether two choices of pools are the same. */
export function isSameSet(one: readonly string[] | null, other: readonly string[] | null): boolean {
  if (one === null || other === null) return one === other
  return one.length === other.length && one.every((id) => other.includes(id))
}
