import { describe, expect, it } from 'vitest'
import type { Presence } from '../../../../shared/compare/today/agents-now.ts'
import { absencesTogether, isAbsent, lateAgents, withoutAbsent } from '../../../../shared/compare/today/absent-today.ts'
import { MINUTE_MS } from '../../../../shared/foundation/minutes.ts'

const at = (minute: number): number => minute * MINUTE_MS
const shift = { start: at(480), end: at(960) }
const missing: Presence = { agentId: 'ann', state: 'missing', shift, onlineSince: null, wasHere: false }
const planned = { shiftId: 's', agentId: 'ann', localDay: 0, breaks: [], ...shift }

describe('who is absent today', () => {
  it('is who has not come twenty minutes after the start, as long as they do not come', () => {
    expect([...lateAgents([missing], at(499))]).toEqual([])
    expect([...lateAgents([missing], at(500))]).toEqual([['ann', [{ start: at(500), end: at(960) }]]])
    expect([...lateAgents([{ ...missing, wasHere: true }], at(600))]).toEqual([])
    expect([...lateAgents([{ ...missing, state: 'here', onlineSince: at(500) }], at(600))]).toEqual([])
  })

  it('is not expected then, and as usual before', () => {
    const all = new Map([['ann', [{ start: at(0), end: at(1440) }]]])
    expect(withoutAbsent([planned], all)).toEqual([])
    const rest = new Map([['ann', [{ start: at(600), end: at(1440) }]]])
    expect(withoutAbsent([planned], rest)).toEqual([{ ...planned, away: rest.get('ann') }])
    const early = { ...planned, away: [{ start: at(480), end: at(500) }] }
    expect(withoutAbsent([early], rest)[0]!.away).toEqual([
      { start: at(480), end: at(500) },
      { start: at(600), end: at(1440) },
    ])
    expect(withoutAbsent([{ ...planned, agentId: null }], all)).toEqual([{ ...planned, agentId: null }])
    expect(withoutAbsent([planned], new Map())).toEqual([planned])
  })

  it('is absent where nothing is left of the shift, by all that is known together', () => {
    const known = new Map([['ann', [{ start: at(600), end: at(900) }]]])
    expect(isAbsent(missing, known, at(650))).toBe(false)
    const both = absencesTogether(known, new Map([['ann', [{ start: at(800), end: at(1000) }]]]))
    expect(isAbsent(missing, both, at(650))).toBe(true)
    expect(isAbsent(missing, both, at(500))).toBe(false)
    expect(isAbsent(missing, both, at(970))).toBe(false)
  })
})
