import { describe, expect, it } from 'vitest'
import { predictionNotes } from '../../../electron/terminal/describe-prediction.ts'
import { createFormatter } from '../../../electron/terminal/format.ts'
import type { PredictAnswer } from '../../../electron/terminal/read-week.ts'
import { ALWAYS, type Assumption } from '../../../shared/plan/assumptions/assumption.ts'

function notesOf(...assumedElsewhere: readonly Assumption[]): readonly string[] {
  return notes([], assumedElsewhere)
}

function notes(unknownAgents: readonly string[], assumedElsewhere: readonly Assumption[]): readonly string[] {
  const range = { from: '2026-12-07', to: '2026-12-13', timeZone: 'UTC', origin: '2026-12-01T00:00:00Z' }
  const output = { unknownAgents, inactiveAgents: [], range, slots: [] } as unknown as PredictAnswer['output']
  const assumed = { agentName: (id: string) => id, poolName: (id: string) => id }
  return predictionNotes({ output, hasShifts: false, assumedElsewhere, assumed }, createFormatter('en-US', 'en'))
}

describe('notes about a prediction', () => {
  it('say that what is assumed of another week changes nothing, with its year', () => {
    const time = { ...ALWAYS, from: '2027-12-08', to: '2027-12-08' }
    expect(notesOf({ id: 'a', kind: 'demand', percent: 40, poolId: null, time })).toEqual([
      '“+40% visitors, Wed, Dec 8” is for Dec 8, 2027. It changes nothing from Dec 7, 2026 to Dec 13, 2026.',
    ])
    const ended = { ...ALWAYS, to: '2026-12-01' }
    expect(notesOf({ id: 'b', kind: 'absence', agentId: 'ann', time: ended })[0]).toContain(
      'is for Dec 1, 2026 and earlier.',
    )
  })

  it('name a few of many agents whom the source does not know, and how many more there are', () => {
    const [note, ...others] = notes(
      Array.from({ length: 500 }, (_, index) => `agent-${index}`),
      [],
    )
    expect(others).toEqual([])
    expect(note).toContain('500')
    expect(note).toContain('agent-9 and 490 more')
    expect(note).not.toContain('agent-10')
  })

  it('say nothing else where all is known', () => {
    expect(notesOf()).toEqual([])
  })
})
