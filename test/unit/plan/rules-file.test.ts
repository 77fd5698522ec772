import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { hasPlanRules, rulesFromFile, rulesToText, withPlanRulesOfFile } from '../../../shared/contract/rules-file.ts'
import { agentRulesSchema, NO_PLAN_RULES, planRulesSchema } from '../../../shared/plan/index.ts'
import { applyPack, packById, RULE_PACKS } from '../../../shared/plan/rules/packs/packs.ts'
import { owedBreaksOf, type PlanRules } from '../../../shared/plan/rules/rules.ts'
import { tries } from '../../support/deep.ts'

describe('a rules file', () => {
  it('gives back what was written of agents', () => {
    const interval = fc
      .record({
        dayOfWeek: fc.integer({ min: 0, max: 6 }),
        startMinute: fc.integer({ min: 0, max: 95 }),
        length: fc.integer({ min: 1, max: 96 }),
      })
      .map(({ dayOfWeek, startMinute, length }) => ({
        dayOfWeek,
        startMinute: 15 * startMinute,
        endMinute: 15 * (startMinute + length),
      }))
    const rules = fc.record(
      {
        maxHoursPerWeek: fc.option(fc.integer({ min: 1, max: 60 })),
        hourlyCost: fc.option(fc.integer({ min: 0, max: 90 })),
        availability: fc.option(fc.array(interval, { maxLength: 4 })),
        daysOff: fc.constantFrom([], ['2026-12-25']),
        pools: fc.constantFrom(null, ['sales']),
        timeZone: fc.constantFrom(null, 'Europe/Berlin'),
        vacationDays: fc.constantFrom(null, 25),
        wishes: fc.array(
          fc.record({ wish: fc.constantFrom('rather', 'rather-not'), range: interval }).map(({ wish, range }) => ({
            wish,
            ...range,
          })),
          { maxLength: 3 },
        ),
        holidayCalendar: fc.constantFrom(null, { country: 'US', region: null }, { country: 'DE', region: 'BY' }),
        averageHours: fc.constantFrom(null, { hours: 40, weeks: 12 }),
        maxHoursPerDay: fc.constantFrom(null, 9),
        night: fc.constantFrom(null, {
          startMinute: 1380,
          endMinute: 1800,
          minHours: 3,
          maxHoursPerDay: null,
          average: { hours: 48, weeks: 4 },
        }),
        minor: fc.constantFrom(null, packById('us-minors-14-15')!.rules.limits!.minor!),
      },
      { requiredKeys: [] },
    )
    const agents = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('ann', 'bob', 'zoë', '__proto'),
        name: fc.option(fc.constantFrom('Ann', 'Zoë')),
        rules,
      }),
      { selector: ({ id }) => id },
    )
    fc.assert(
      fc.property(agents, (written) => {
        const read = rulesFromFile(rulesToText(written))
        expect(
          Object.entries(read.rules.agents).map(([id, own]) => ({ id, name: read.names[id] ?? null, rules: own })),
        ).toEqual(written)
      }),
      tries(200, 7),
    )
  })

  it('says of more than a day in two time ranges', () => {
    const { rules } = rulesFromFile(
      rulesToText([
        { id: 'ann', name: null, rules: { availability: [{ dayOfWeek: 6, startMinute: 480, endMinute: 2160 }] } },
      ]),
    )
    expect(rules.agents['ann']?.availability).toEqual([
      { dayOfWeek: 6, startMinute: 480, endMinute: 1920 },
      { dayOfWeek: 0, startMinute: 480, endMinute: 720 },
    ])
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
    const ann = {
      agentId: 'ann',
      name: 'Ann',
      maxHoursPerWeek: 40,
      minRestHours: null,
      hourlyCost: 21.5,
      availability: [
        { dayOfWeek: 1, start: '22:00', end: '06:00' },
        { dayOfWeek: 2, start: '00:00', end: '24:00' },
      ],
    }
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

  it('fills in the numbers of a pack, and over them what it says itself', () => {
    const read = rulesFromFile({
      pack: 'de-arbzg',
      limits: {
        maxHoursPerDay: 9,
        night: { start: '22:00', end: '05:00', minHours: 2, maxHoursPerDay: 8, average: null },
      },
      minimumStaff: [{ dayOfWeek: 5, start: '22:00', end: '06:00', people: 2 }],
      noticeDays: 14,
    })
    const pack = applyPack(NO_PLAN_RULES, packById('de-arbzg')!)
    expect(read.rules.plan).toEqual({
      ...pack,
      limits: {
        ...pack.limits,
        maxHoursPerDay: 9,
        night: { startMinute: 1320, endMinute: 1740, minHours: 2, maxHoursPerDay: 8, average: null },
      },
      noticeDays: 14,
      minimumStaff: [{ poolId: null, dayOfWeek: 5, startMinute: 1320, endMinute: 1800, people: 2 }],
    })
    expect(planRulesSchema.parse(read.rules.plan)).toEqual(read.rules.plan)
    expect([read.breakMinutes, read.breakAfterHours]).toEqual([30, 6])
    expect(rulesFromFile({ pack: 'de-arbzg', breakMinutes: 60 }).rules.plan.owedBreak).toEqual({
      afterHours: 5,
      minutes: 60,
    })
    const ofWork = rulesFromFile({ breakMinutes: 45, breakAfterHours: 9, breakCounts: 'worked' })
    expect(ofWork.rules.plan.owedBreak).toEqual({ afterHours: 9, minutes: 45, counts: 'worked' })
    expect(rulesFromFile({ pack: 'us-flsa' }).rules.plan.owedBreak).toBeNull()
  })

  it.each([
    ...RULE_PACKS.filter(({ appliesTo }) => appliesTo === 'plan').map((pack) => applyPack(NO_PLAN_RULES, pack)),
    NO_PLAN_RULES,
    {
      ...NO_PLAN_RULES,
      limits: { maxHoursPerWeek: 37.6, night: null },
      owedBreak: { afterHours: 6, minutes: 30, counts: 'worked' as const },
      moreOwedBreaks: [{ afterHours: 9, minutes: 50 }],
      noticeDays: 7,
      minimumStaff: [{ poolId: 'help', dayOfWeek: 5, startMinute: 1320, endMinute: 1800, people: 2 }],
    },
  ])('gives back what was written of a plan: %j', (plan) => {
    expect(rulesFromFile(rulesToText([], {}, plan)).rules.plan).toEqual(plan)
  })

  it('does not bring back what was taken out of a pack, and keeps a break that is on no quarter-hour', () => {
    const { moreOwedBreaks: _more, unbrokenWork: _unbroken, ...pack } = applyPack(NO_PLAN_RULES, packById('de-arbzg')!)
    const { minRestHours: _rest, ...limits } = pack.limits
    const plan = { ...pack, limits, owedBreak: { afterHours: 6, minutes: 20 } }
    const read = rulesFromFile(rulesToText([], {}, plan)).rules.plan
    expect(read.limits).toEqual({ ...limits, minRestHours: null })
    expect(owedBreaksOf(read)).toEqual([plan.owedBreak])
    expect(read.unbrokenWork).toBeNull()
  })

  describe('into the rules of a plan', () => {
    const set: PlanRules = {
      ...applyPack(NO_PLAN_RULES, packById('de-arbzg')!),
      hourlyCost: 25,
      noticeDays: 14,
      minimumStaff: [{ poolId: null, dayOfWeek: 1, startMinute: 540, endMinute: 1020, people: 2 }],
    }

    it('changes nothing where it has agents only', () => {
      const ofAgents = rulesToText([{ id: 'ann', name: 'Ann', rules: { maxHoursPerWeek: 20 } }])
      expect(withPlanRulesOfFile(set, ofAgents)).toBeNull()
      expect(withPlanRulesOfFile(set, { shiftLengthsHours: [6], pack: null, limits: {} })).toBeNull()
      expect(hasPlanRules(ofAgents)).toBe(false)
    })

    it('changes what it says, and leaves the rest', () => {
      expect(withPlanRulesOfFile(set, { limits: { maxHoursPerDay: 9 }, noticeDays: 7 })).toEqual({
        ...set,
        limits: { ...set.limits, maxHoursPerDay: 9 },
        noticeDays: 7,
      })
      expect(withPlanRulesOfFile(set, { breakMinutes: 0 })).toEqual({ ...set, owedBreak: null })
      expect(hasPlanRules({ noticeDays: null })).toBe(true)
    })

    it('fills in its pack, and over it what it says', () => {
      const filled = withPlanRulesOfFile(set, { pack: 'fr-code-du-travail', limits: { maxHoursPerDay: 9 } })
      const france = applyPack(set, packById('fr-code-du-travail')!)
      expect(filled).toEqual({ ...france, limits: { ...france.limits, maxHoursPerDay: 9 } })
    })

    it('is written by another plan with all of it', () => {
      expect(withPlanRulesOfFile({ ...NO_PLAN_RULES, hourlyCost: 25 }, rulesToText([], {}, set))).toEqual(set)
    })
  })

  it('fills in the pack of an agent, with the days on which they have school', () => {
    const { minor } = packById('us-minors-14-15')!.rules.limits!
    const schoolBreaks = [{ from: '2026-06-20', to: '2026-08-31' }]
    const read = rulesFromFile({
      agents: [{ agentId: 'ann', pack: 'us-minors-14-15', schoolDays: [1, 2], schoolBreaks, maxHoursPerWeek: 12 }],
    })
    expect(read.rules.agents['ann']).toEqual({
      maxHoursPerWeek: 12,
      minor: { ...minor, schoolDays: [1, 2], schoolBreaks },
    })
    expect(() => rulesFromFile({ agents: [{ agentId: 'ann', pack: 'de-arbzg' }] })).toThrow('us-minors-14-15')
  })

  it('has time off with its agent, and gives it back', () => {
    const timeOff = [
      { kind: 'vacation', from: '2026-12-24', to: '2026-12-31', note: 'family' },
      { kind: 'training', from: '2026-11-23', start: '22:00', end: '02:00' },
    ]
    const { rules } = rulesFromFile({ agents: [{ agentId: 'ann', timeOff }] })
    expect(rules.timeOff).toEqual({
      ann: [
        { id: 'ann 0', kind: 'vacation', from: '2026-12-24', to: '2026-12-31', part: null, note: 'family' },
        {
          id: 'ann 1',
          kind: 'training',
          from: '2026-11-23',
          to: '2026-11-23',
          part: { startMinute: 1320, endMinute: 1560 },
          note: '',
        },
      ],
    })
    const text = rulesToText([{ id: 'ann', name: null, rules: {} }], rules.timeOff)
    expect(JSON.parse(text)).toEqual({ agents: [{ agentId: 'ann', timeOff }] })
  })

  it.each<readonly [string, unknown, string]>([
    ['a pack that is none', { pack: 'mars' }, 'pack must be one of eu-wtd'],
    ['a pack for agents', { pack: 'us-minors-14-15' }, 'pack must be one of eu-wtd'],
    [
      'time off that ends before it begins',
      { agents: [{ agentId: 'ann', timeOff: [{ from: '2026-12-24', to: '2026-12-20' }] }] },
      'agents[0].timeOff[0] ends before it begins',
    ],
    [
      'half a time range',
      { agents: [{ agentId: 'ann', timeOff: [{ from: '2026-12-24', start: '09:00' }] }] },
      'agents[0].timeOff[0] has a start without an end',
    ],
    ['an unknown key', { budget: 5 }, 'budget is not known here'],
    ['an unknown key of an agent', { agents: [{ agentId: 'ann', pay: 5 }] }, 'agents[0].pay is not known here'],
    [
      'school days of no pack',
      { agents: [{ agentId: 'ann', schoolDays: [1] }] },
      'agents[0] has schoolDays or schoolBreaks but no pack',
    ],
    [
      'school breaks of no pack',
      { agents: [{ agentId: 'ann', schoolBreaks: [] }] },
      'agents[0] has schoolDays or schoolBreaks but no pack',
    ],
    ['an agent twice', { agents: [{ agentId: 'ann' }, { agentId: 'ann' }] }, 'agents[1].agentId "ann" is there twice'],
    [
      'a day that is none',
      { agents: [{ agentId: 'ann', availability: [{ dayOfWeek: 8, start: '09:00', end: '17:00' }] }] },
      'agents[0].availability[0].dayOfWeek is not a day of the week',
    ],
    [
      'a time that is none',
      { agents: [{ agentId: 'ann', availability: [{ dayOfWeek: 1, start: '9', end: '17:00' }] }] },
      'agents[0].availability[0].start is not a time',
    ],
    [
      'an unknown zone',
      { agents: [{ agentId: 'ann', timeZone: 'Mars' }] },
      'agents[0].timeZone is not an IANA name such as Europe/Berlin',
    ],
    ['starts off the grid', { shiftStartsEveryMinutes: 20 }, 'shiftStartsEveryMinutes is not 15, 30 or 60'],
  ])('is refused with %s, by path and reason', (_, file, words) => {
    expect(() => rulesFromFile(file)).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        message: expect.stringContaining(`This is not a rules file: ${words}`),
      }),
    )
  })
})
