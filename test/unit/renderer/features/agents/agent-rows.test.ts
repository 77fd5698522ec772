import { describe, expect, it } from 'vitest'
import { agentRows, hoursText } from '../../../../../renderer/features/agents/agent-rows.ts'
import { formatAgentView, parseAgentView } from '../../../../../renderer/features/agents/agent-view.ts'
import { british } from '../../support/report-fixture.ts'
import { entry } from './agent-entries.ts'

const AGENTS = [
  entry({ id: '1', name: 'Ana', present: false, lastOnline: '2026-03-08T02:30:00.000Z' }),
  entry({ id: '2', name: 'Ben', sourcePools: ['support', 'sales', 'gone'] }),
  entry({
    id: '3',
    name: 'Zoë',
    inSource: false,
    rules: { maxHoursPerWeek: 30, hourlyCost: 24.5, timeZone: 'America/New_York', availability: [], pools: [] },
    edited: true,
  }),
]
const context = {
  pools: [
    { id: 'sales', name: 'Sales', present: true },
    { id: 'support', name: 'Support', present: true },
  ],
  timeZone: 'America/New_York',
  format: british,
  typed: '',
}
const rows = (typed = '') => agentRows(AGENTS, { ...context, typed })

describe('the list of agents', () => {
  it('puts those who are gone from the source at the end', () => {
    expect(rows().map(({ name, note }) => [name, note])).toEqual([
      ['Ben', null],
      ['Zoë', 'added'],
      ['Ana', 'gone'],
    ])
  })

  it('puts those who are deactivated there too', () => {
    const agents = [entry({ id: '4', name: 'Abe', inactiveSince: '2026-03-01T00:00:00.000Z' }), ...AGENTS]
    expect(agentRows(agents, context).map(({ name, note }) => [name, note])).toEqual([
      ['Ben', null],
      ['Zoë', 'added'],
      ['Abe', 'deactivated'],
      ['Ana', 'gone'],
    ])
  })

  it('says what is known of each, and nothing where the plan decides', () => {
    const [ben, zoe, ana] = rows()
    expect(ben).toMatchObject({
      pools: 'gone, Sales, Support',
      lastOnline: null,
      hours: null,
      availability: null,
      cost: null,
      zone: null,
    })
    expect(zoe).toMatchObject({
      pools: 'None',
      hours: 'up to 30',
      availability: 'Never',
      cost: '24.5',
      zone: 'New York',
    })
    // By the clock of the workspace it was still the day before.
    expect(ana).toMatchObject({ pools: 'All', lastOnline: '7 Mar 2026' })
  })

  it('is searched by name and pool', () => {
    expect(rows('sup').map(({ name }) => name)).toEqual(['Ben'])
    expect(rows('  AN ').map(({ name }) => name)).toEqual(['Ana'])
    expect(rows('nobody')).toEqual([])
  })

  it.each([
    [{}, null],
    [{ minHoursPerWeek: 20, maxHoursPerWeek: 32 }, '20–32'],
    [{ minHoursPerWeek: 38, maxHoursPerWeek: 38 }, '38'],
    [{ minHoursPerWeek: 20 }, 'from 20'],
    [{ minHoursPerWeek: 20, maxHoursPerWeek: null }, 'from 20'],
    [{ maxHoursPerWeek: null }, 'no limit'],
  ])('writes the hours of %j as %j', (limits, text) => {
    expect(hoursText(limits)).toBe(text)
  })
})

describe('the address of the screen', () => {
  it.each([{ kind: 'none' }, { kind: 'new' }, { kind: 'agent', id: 'a/ü 1' }] as const)(
    'says whose form is open: %j',
    (view) => {
      expect(parseAgentView(formatAgentView(view))).toEqual(view)
    },
  )
})
