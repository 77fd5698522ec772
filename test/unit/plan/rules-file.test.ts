import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { rulesFromFile, rulesToText } from '../../../shared/contract/rules-file.ts'
import { agentRulesSchema, planRulesSchema } from '../../../shared/plan/index.ts'

describe('a rules file', () => {
  it('gives back what was written of agents', () => {
    const spell = fc.record({ dayOfWeek: fc.integer({ min: 0, max: 6 }), startMinute: fc.integer({ min: 0, max: 95 }), length: fc.integer({ min: 1, max: 96 }) }).map(({ dayOfWeek, startMinute, length }) => ({ dayOfWeek, startMinute: 15 * startMinute, endMinute: 15 * (startMinute + length) }))
    const rules = fc.record(
      { maxHoursPerWeek: fc.option(fc.integer({ min: 1, max: 60 })), hourlyCost: fc.option(fc.integer({ min: 0, max: 90 })), availability: fc.option(fc.array(spell, { maxLength: 4 })), daysOff: fc.constantFrom([], ['2026-12-25']), pools: fc.constantFrom(null, ['sales']), timeZone: fc.constantFrom(null, 'Europe/Berlin') },
      { requiredKeys: [] },
    )
    const agents = fc.uniqueArray(fc.record({ id: fc.constantFrom('ann', 'bob', 'zoë', '__proto'), name: fc.option(fc.constantFrom('Ann', 'Zoë')), rules }), { selector: ({ id }) => id })
    fc.assert(
      fc.property(agents, (written) => {
        const read = rulesFromFile(rulesToText(written))
        expect(Object.entries(read.rules.agents).map(([id, own]) => ({ id, name: read.names[id] ?? null, rules: own }))).toEqual(written)
      }),
      { seed: 7, numRuns: 200 },
    )
  })

  it('says of more than a day in two spells', () => {
    const { rules } = rulesFromFile(rulesToText([{ id: 'ann', name: null, rules: { availability: [{ dayOfWeek: 6, startMinute: 480, endMinute: 2160 }] } }]))
    expect(rules.agents['ann']?.availability).toEqual([{ dayOfWeek: 6, startMinute: 480, endMinute: 1920 }, { dayOfWeek: 0, startMinute: 480, endMinute: 720 }])
  })

  it('has a sensible default for everything', () => {
    expect(rulesFromFile('{}')).toEqual({
      rules: { plan: { limits: {}, owedBreak: { afterHours: 5, minutes: 30 }, hourlyCost: null }, agents: {} },
      names: {},
      shiftStartsEveryMinutes: 60,
      shiftLengthsHours: [4, 6, 8],
      breakMinutes: 30,
      breakAfterHours: 5,
      hoursBudget: null,
    })
  })

  it('holds the rules of agents', () => {
    const ann = { agentId: 'ann', name: 'Ann', maxHoursPerWeek: 40, minRestHours: null, hourlyCost: 21.5, availability: [{ dayOfWeek: 1, start: '22:00', end: '06:00' }, { dayOfWeek: 2, start: '00:00', end: '24:00' }] }
    const read = rulesFromFile({ agents: [ann, { agentId: 'bob' }], breakMinutes: 0 })
    expect(read.names).toEqual({ ann: 'Ann' })
    expect(read.rules).toEqual({
      plan: { limits: {}, owedBreak: null, hourlyCost: null },
      agents: {
        ann: {
          maxHoursPerWeek: 40,
          minRestHours: null,
          hourlyCost: 21.5,
          availability: [
            { dayOfWeek: 1, startMinute: 1320, endMinute: 1800 },
            { dayOfWeek: 2, startMinute: 0, endMinute: 1440 },
          ],
        },
        bob: {},
      },
    })
    expect(agentRulesSchema.parse(read.rules.agents['ann'])).toEqual(read.rules.agents['ann'])
    expect(planRulesSchema.parse(read.rules.plan)).toEqual(read.rules.plan)
  })

  it.each<readonly [string, unknown, string]>([
    ['an unknown key', { budget: 5 }, 'budget is not known here'],
    ['an unknown key of an agent', { agents: [{ agentId: 'ann', pay: 5 }] }, 'agents[0].pay is not known here'],
    ['an agent twice', { agents: [{ agentId: 'ann' }, { agentId: 'ann' }] }, 'agents[1].agentId "ann" is there twice'],
    ['a day that is none', { agents: [{ agentId: 'ann', availability: [{ dayOfWeek: 8, start: '09:00', end: '17:00' }] }] }, 'agents[0].availability[0].dayOfWeek is not a day of the week'],
    ['a time that is none', { agents: [{ agentId: 'ann', availability: [{ dayOfWeek: 1, start: '9', end: '17:00' }] }] }, 'agents[0].availability[0].start is not a time'],
    ['an unknown zone', { agents: [{ agentId: 'ann', timeZone: 'Mars' }] }, 'agents[0].timeZone is not a time zone known here'],
    ['starts off the grid', { shiftStartsEveryMinutes: 20 }, 'shiftStartsEveryMinutes is not 15, 30 or 60'],
  ])('is refused with %s, by path and reason', (_, file, words) => {
    expect(() => rulesFromFile(file)).toThrow(expect.objectContaining({ code: 'invalid-input', message: expect.stringContaining(`This is not a rules file: ${words}`) }))
  })
})
