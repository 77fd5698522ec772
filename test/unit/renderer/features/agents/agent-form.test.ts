import { describe, expect, it } from 'vitest'
import {
  differing,
  agentForm,
  isUsable,
  nameProblem,
  savedAgent,
} from '../../../../../renderer/features/agents/agent-form.ts'
import { entry } from './agent-entries.ts'

const ana = entry({ id: 'ana', name: 'Ana', sourceName: 'Ana', sourcePools: ['sales'] })

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
