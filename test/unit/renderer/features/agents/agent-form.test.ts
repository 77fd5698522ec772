import { describe, expect, it } from 'vitest'
import {
  differing,
  agentForm,
  isUsable,
  nameProblem,
  savedAgent,
} from '../../../../../renderer/features/agents/agent-form.ts'
import {
  minorOfChoice,
  withMinorChoice,
  ownMinor,
  withChoice,
  withSchoolBreak,
} from '../../../../../renderer/features/agents/own-rules.ts'
import { packById } from '../../../../../shared/plan/rules/packs/packs.ts'
import { entry } from './agent-entries.ts'

const ana = entry({ id: 'ana', name: 'Ana', sourceName: 'Ana', sourcePools: ['sales'] })

const ben = entry({ id: 'ben', name: 'Ben', sourceName: null, sourcePools: null })

describe('the form of an agent', () => {
  it('says nothing of its own of an agent about whom nothing was said', () => {
    expect(savedAgent(agentForm(ana), ana)).toEqual({ name: null, rules: {} })
  })

  it('stores what was said, and leaves out what follows the source or the plan', () => {
    const form = {
      ...agentForm(ana),
      name: ' Ana S. ',
      maxHoursPerWeek: '32',
      minRestHours: 'none',
      hourlyCost: '24,5',
      email: ' ana@example.com ',
      daysOff: ['2026-12-25'],
      timeZone: 'Europe/Lisbon',
    }
    expect(savedAgent(form, ana)).toEqual({
      name: 'Ana S.',
      rules: {
        maxHoursPerWeek: 32,
        minRestHours: null,
        email: 'ana@example.com',
        hourlyCost: 24.5,
        timeZone: 'Europe/Lisbon',
        daysOff: ['2026-12-25'],
      },
    })
  })

  it('gives back what was stored', () => {
    const rules = {
      minHoursPerWeek: 20,
      maxConsecutiveDays: 5,
      hourlyCost: 18,
      availability: [{ dayOfWeek: 1, startMinute: 540, endMinute: 1020 }],
      daysOff: ['2026-12-24'],
      pools: null,
      timeZone: 'Asia/Tokyo',
      email: 'anna@example.com',
    }
    const known = { ...ana, name: 'Anna', rules, edited: true }
    expect(savedAgent(agentForm(known), known)).toEqual({ name: 'Anna', rules })
  })

  it('takes rules of several numbers: the plan’s, none, or the agent’s own', () => {
    const rules = {
      averageHours: null,
      night: { startMinute: 1380, endMinute: 1800, minHours: 3, maxHoursPerDay: 8, average: null },
    }
    const known = { ...ben, rules }
    const form = agentForm(known)
    expect([form.averageHours.choice, form.night.choice, form.minor.choice]).toEqual(['none', 'own', 'plan'])
    expect(savedAgent(form, known).rules).toEqual(rules)
    const own = { choice: 'own' as const, row: { hours: '37,5', weeks: '12' } }
    const changed = { ...form, averageHours: own, night: withChoice('night', 'plan') }
    expect(savedAgent(changed, known).rules).toEqual({ averageHours: { hours: 37.5, weeks: 12 } })
    expect(isUsable({ ...form, averageHours: { ...own, row: { hours: '', weeks: '12' } } }, known)).toBe(false)
    // Chosen and taken back is no change.
    expect(differing({ averageHours: withChoice('averageHours', 'plan') }, agentForm(ben))).toEqual({})
  })

  it('fills in the numbers for minors, with the days on which they have school', () => {
    const minor = { ...minorOfChoice('us-minors-14-15'), schoolBreaks: [{ from: '2026-06-20', to: '2026-08-31' }] }
    const { rules } = savedAgent({ ...agentForm(ben), minor }, ben)
    const { minor: ofPack } = packById('us-minors-14-15')!.rules.limits!
    expect(rules).toEqual({ minor: { ...ofPack, schoolBreaks: minor.schoolBreaks } })
    expect(ownMinor(rules)).toEqual(minor)
    const ownNumbers = { ...ben, rules: { minor: { ...ofPack!, maxSchoolDayHours: 2 } } }
    expect(agentForm(ownNumbers).minor.choice).toBe('kept')
    expect(savedAgent(agentForm(ownNumbers), ownNumbers).rules).toEqual(ownNumbers.rules)
    expect(savedAgent({ ...agentForm(ben), minor: minorOfChoice('none') }, ben).rules).toEqual({ minor: null })
    const back = withMinorChoice(withMinorChoice(minor, 'none'), 'us-minors-14-15')
    expect(savedAgent({ ...agentForm(ben), minor: back }, ben).rules).toEqual(
      savedAgent({ ...agentForm(ben), minor }, ben).rules,
    )
  })

  it('takes dates without school that touch together', () => {
    const summer = { from: '2026-06-20', to: '2026-08-31' }
    expect(withSchoolBreak([summer], { from: '2026-09-01', to: '2026-09-03' })).toEqual([
      { from: '2026-06-20', to: '2026-09-03' },
    ])
    expect(withSchoolBreak([summer], { from: '2026-02-01', to: '2026-02-07' })).toHaveLength(2)
    expect(withSchoolBreak([summer], { from: '2026-07-01', to: '2026-07-02' })).toEqual([summer])
  })

  it('tells pools that the user chose from those of the source', () => {
    const pools = (chosen: readonly string[] | null) =>
      savedAgent({ ...agentForm(ana), pools: chosen }, ana).rules.pools
    expect([pools(['sales']), pools(['sales', 'night']), pools([]), pools(null)]).toEqual([
      undefined,
      ['sales', 'night'],
      [],
      null,
    ])
    const unknown = entry({ id: 'ben', name: 'Ben', sourceName: null, sourcePools: null })
    expect(savedAgent({ ...agentForm(unknown), pools: null }, unknown).rules).toEqual({})
  })

  it('asks a name of an agent who is added, and takes an empty one back to the source', () => {
    expect([nameProblem(' ', null), nameProblem('', ana), nameProblem('x'.repeat(121), ana)]).toEqual([
      'Enter a name.',
      null,
      'Use at most 120 characters.',
    ])
    expect(savedAgent({ ...agentForm(ana), name: '' }, ana).name).toBeNull()
    expect(isUsable({ ...agentForm(null), name: 'Zoë' }, null)).toBe(true)
    expect(isUsable({ ...agentForm(null), name: 'Zoë', email: 'zoe@example.com' }, null)).toBe(true)
    expect(isUsable({ ...agentForm(null), name: 'Zoë', email: 'zoe@example.com, ben@example.com' }, null)).toBe(false)
    expect(isUsable({ ...agentForm(null), name: 'Zoë', maxHoursPerWeek: '999' }, null)).toBe(false)
  })

  it('keeps of a draft only what differs', () => {
    const form = agentForm(ana)
    expect(
      differing(
        { name: 'Ana', maxHoursPerWeek: '30', daysOff: [], availability: form.availability.map((day) => ({ ...day })) },
        form,
      ),
    ).toEqual({ maxHoursPerWeek: '30' })
  })
})
