import type { CommandSection } from '../../../shared/contract/commands.ts'
import { addDays, weekStartOf } from '../../../shared/time/local.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { Outputs } from '../rpc/procedures.ts'
import type { Route } from '../routing/route.ts'
import { commandSearchText, commandTitle, type Command } from './command.ts'
import { matchRank, SLIP } from './matches.ts'

/** Where something is in the palette, in this order. */
export const PALETTE_SECTIONS = [
  'recent',
  'screen',
  'go',
  'plans',
  'agents',
  'weeks',
  'workspace',
  'help',
] as const satisfies readonly (CommandSection | 'recent' | 'plans' | 'agents' | 'weeks')[]

type PaletteSection = (typeof PALETTE_SECTIONS)[number]

/** A command, or something of the workspace that is opened. */
export interface PaletteEntry {
  /** Stays the same, so that what was used last is known again. */
  readonly id: string
  readonly section: PaletteSection
  readonly title: string
  readonly detail?: string
  /** It is a name, which no language translates. */
  readonly isName?: boolean
  /** All that it is found by. */
  readonly text: string
  readonly command?: Command
  readonly run: () => void
}

/** So many of each kind are shown of what was found, and of what was used last. */
const MOST_FOUND = 8
export const MOST_RECENT = 5
/** Weeks that can be found, before and after the one that runs. */
const WEEKS_BACK = 52
const WEEKS_AHEAD = 26

export function commandEntries(commands: readonly Command[], { texts }: Formatter): readonly PaletteEntry[] {
  return commands.map((command) => ({
    id: `command ${command.id}`,
    section: command.section,
    title: commandTitle(command, texts),
    text: commandSearchText(command, texts),
    command,
    run: command.run,
  }))
}

interface Found {
  readonly workspaceId: string
  readonly plans: Outputs['plans']['list']
  readonly agents: Outputs['agents']['list']
  /** The plan that is open; null: none. */
  readonly planId: string | null
  /** The local date. */
  readonly today: string
  readonly go: (route: Route) => void
}

/** Plans, agents and weeks of a workspace. */
export function workspaceEntries(
  { workspaceId, plans, agents, planId, today, go }: Found,
  format: Formatter,
): readonly PaletteEntry[] {
  const { palette: t, planList } = format.texts
  const open = (screen: 'plans' | 'agents' | 'coverage', params: Readonly<Record<string, string>>) => (): void =>
    go({ page: 'workspace', workspaceId, screen, params })
  const firstOfWeek = weekStartOf(today, format.weekOrder[0]!)
  const weeks = Array.from({ length: WEEKS_BACK + WEEKS_AHEAD + 1 }, (_, index) =>
    addDays(firstOfWeek, 7 * (index - WEEKS_BACK)),
  )
  return [
    ...plans
      .filter(({ archived }) => !archived)
      .map((plan): PaletteEntry => {
        const dates = plan.dates === null ? null : format.dateRange(plan.dates.from, plan.dates.to)
        const detail = plan.kind === 'weekly' ? planList.repeating : dates
        return {
          id: `plan ${plan.id}`,
          section: 'plans',
          title: plan.name,
          isName: true,
          ...(detail === null ? {} : { detail }),
          text: [
            plan.name,
            t.planOf({ dates: detail ?? '' }),
            ...(plan.dates === null ? [] : [plan.dates.from, plan.dates.to].map((date) => format.date(date, 'full'))),
          ].join(' '),
          run: open('plans', { plan: plan.id }),
        }
      }),
    ...agents.map(({ id, name }): PaletteEntry => ({
      id: `agent ${id}`,
      section: 'agents',
      title: name,
      isName: true,
      text: `${name} ${t.agent}`,
      run: open('agents', { agent: id }),
    })),
    // Of weeks to come there are no figures without a plan.
    ...weeks
      .filter((week) => planId !== null || week <= today)
      .map((week): PaletteEntry => {
        const title = t.weekOf({ date: format.date(week, 'short') })
        return {
          id: `week ${week}`,
          section: 'weeks',
          title,
          detail: planId === null ? t.coverage : t.inPlan,
          text: `${title} ${format.date(week, 'full')} ${week}`,
          run:
            planId === null
              ? open('coverage', { from: week, to: addDays(week, 6) })
              : open('plans', { plan: planId, week }),
        }
      }),
  ]
}

/** What the palette shows: commands, and what was used last, before anything is typed; then whatever fits, the best of each kind first. */
export function shownEntries(
  entries: readonly PaletteEntry[],
  { typed, recent }: { readonly typed: string; readonly recent: readonly string[] },
): readonly PaletteEntry[] {
  if (typed.trim() === '') {
    const used = recent.flatMap((id) => entries.find((entry) => entry.id === id) ?? []).slice(0, MOST_RECENT)
    return [
      ...used.map((entry) => ({ ...entry, section: 'recent' as const })),
      ...entries.filter((entry) => entry.command !== undefined && !used.includes(entry)),
    ]
  }
  const found = entries
    .map((entry) => ({ entry, rank: matchRank(entry.text, typed) }))
    .filter((one): one is { readonly entry: PaletteEntry; readonly rank: number } => one.rank !== null)
    .toSorted((one, other) => one.rank - other.rank || usedLast(one.entry, recent) - usedLast(other.entry, recent))
  // Slips are looked for where nothing else is found: May is no answer to Maya.
  const exact = found.filter(({ rank }) => rank < SLIP)
  const best = exact.length === 0 ? found : exact
  return PALETTE_SECTIONS.flatMap((section) => {
    const ofSection = best.filter(({ entry }) => entry.section === section).map(({ entry }) => entry)
    return section === 'plans' || section === 'agents' || section === 'weeks'
      ? ofSection.slice(0, MOST_FOUND)
      : ofSection
  })
}

function usedLast({ id }: PaletteEntry, recent: readonly string[]): number {
  const place = recent.indexOf(id)
  return place === -1 ? recent.length : place
}
