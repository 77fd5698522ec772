import { describe, expect, it } from 'vitest'
import { command } from '../../../../../renderer/app/commands/command.ts'
import { matchRank } from '../../../../../renderer/app/commands/matches.ts'
import { commandEntries, shownEntries, workspaceEntries } from '../../../../../renderer/app/commands/palette-entries.ts'
import type { Route } from '../../../../../renderer/app/routing/route.ts'
import { createFormatter } from '../../../../../renderer/format/formatter.ts'

const format = createFormatter({ languages: ['en-US'], firstDayOfWeek: 0 })

describe('what was typed', () => {
  const found = (typed: string): boolean => matchRank('Sync now This screen refresh', typed) !== null

  it('finds texts that have all its words, in whatever order', () => {
    expect([found('REF'), found('now sync'), found(''), found('sync later')]).toEqual([true, true, true, false])
  })

  it('may have one slip in each longer word, and no accents', () => {
    expect(['refesh', 'refrehs', 'refreshh', 'rafresh', 'snyc'].map(found)).toEqual([true, true, true, true, true])
    expect(['rafrash', 'nwo', 'xyz'].map(found)).toEqual([false, false, false])
    expect(matchRank('Étienne Gagnon', 'etienne')).toBe(0)
  })

  it('fits the start of a text best, then the start of a word, then what is within one', () => {
    const ranks = ['Maya Chen', 'Chen, Maya', 'Amaya Chen'].map((name) => matchRank(name, 'maya')!)
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other))
    expect(new Set(ranks).size).toBe(3)
  })
})

describe('the palette', () => {
  const gone: Route[] = []
  const plan = (id: string, name: string, dates: { readonly from: string; readonly to: string } | null) => ({
    id,
    name,
    kind: dates === null ? 'weekly' : 'dated',
    dates,
    archived: false,
  })
  const entriesIn = (planId: string | null) => [
    ...commandEntries(
      ['go-agents', 'new-plan'].map((id) => command(id as 'go-agents', () => undefined)),
      format,
    ),
    ...workspaceEntries(
      {
        workspaceId: 'w',
        plans: [
          plan('p1', 'Rota', { from: '2026-11-01', to: '2026-11-28' }),
          plan('p2', 'Standard week', null),
        ] as unknown as Parameters<typeof workspaceEntries>[0]['plans'],
        agents: [{ id: 'a1', name: 'Maya Chen' }] as unknown as Parameters<typeof workspaceEntries>[0]['agents'],
        planId,
        today: '2026-12-01',
        go: (route) => void gone.push(route),
      },
      format,
    ),
  ]
  const titles = (typed: string, planId: string | null = null): readonly string[] =>
    shownEntries(entriesIn(planId), { typed, recent: [] }).map(({ section, title }) => `${section}: ${title}`)

  it('finds agents and plans by name and date, beside commands', () => {
    expect(titles('maya')).toEqual(['agents: Maya Chen'])
    expect(titles('mya')).toEqual([])
    expect(titles('myaa')).toEqual(['agents: Maya Chen'])
    expect(titles('plan of nov')).toEqual(['plans: Rota'])
    expect(titles('agents')).toContain('go: Agents')
  })

  it('finds weeks, which lead to the open plan or, once begun, to their coverage', () => {
    const week = (planId: string | null, typed: string) =>
      shownEntries(entriesIn(planId), { typed, recent: [] }).filter(({ section }) => section === 'weeks')
    expect(week(null, '2026-12-06')).toEqual([])
    week(null, 'week of nov 29')[0]!.run()
    week('p1', '2026-12-06')[0]!.run()
    expect(gone).toEqual([
      {
        page: 'workspace',
        workspaceId: 'w',
        screen: 'coverage',
        params: { from: '2026-11-29', to: '2026-12-05' },
      },
      { page: 'workspace', workspaceId: 'w', screen: 'plans', params: { plan: 'p1', week: '2026-12-06' } },
    ])
  })

  it('begins with what was used last, before anything is typed, and without the workspace’s own', () => {
    const shown = shownEntries(entriesIn(null), { typed: '', recent: ['agent a1', 'plan gone', 'command new-plan'] })
    expect(shown.map(({ section, id }) => `${section}: ${id}`)).toEqual([
      'recent: agent a1',
      'recent: command new-plan',
      'go: command go-agents',
    ])
  })
})
