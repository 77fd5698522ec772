import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stepText } from '../../../../../../../renderer/features/plans/editor/toolbar/step-text.ts'
import { createFormatter } from '../../../../../../../renderer/format/formatter.ts'
import { labelOf } from '../../../../../../../shared/plan/edits/make-step.ts'

const { planSteps: t } = createFormatter({ languages: ['en-GB'], firstDayOfWeek: 1 }).texts
const pseudo = createFormatter({ languages: ['en-GB'], firstDayOfWeek: 1, setting: 'en-XA' }).texts.planSteps
const EDITS = new URL('../../../../../../../shared/plan/edits/', import.meta.url)

describe('what a step did', () => {
  it('is in the catalogue for every verb of the edits', () => {
    const text = readdirSync(EDITS)
      .map((name) => readFileSync(new URL(name, EDITS), 'utf8'))
      .join('\n')
    const verbs = new Set(
      [...text.matchAll(/(?:verb: (?:[^'\n]*\? '([^']+)' : )?|labelOf\()'([^']+)'/gu)].flatMap(([, one, other]) =>
        [one, other].filter((verb) => verb !== undefined),
      ),
    )
    expect(verbs.size).toBeGreaterThan(12)
    for (const verb of verbs) {
      expect(Object.keys(t.shifts)).toContain(verb)
      expect(stepText(labelOf(verb, 3), pseudo)).not.toBe(labelOf(verb, 3))
    }
  })

  it.each([
    ['Move shift', 'Move shift'],
    ['Move 3 shifts', 'Move 3 shifts'],
    ['Open 2 shifts', 'Make 2 shifts unassigned'],
    ['Add 2 shifts: Early, 6-14', 'Add 2 shifts: Early, 6-14'],
    ['Split shift', 'Split shift'],
    ['Copy 3 days', 'Copy 3 days'],
    ['Copy week to 3 weeks', 'Copy week to 3 weeks'],
    ['Take 1 suggested change', 'Take 1 suggested change'],
    ['Cover for absent agent', 'Cover for absent agent'],
    ['Change pool', 'Change pool'],
    ['Something of a later version', 'Something of a later version'],
  ])('is, of “%s”, “%s”', (label, text) => {
    expect(stepText(label, t)).toBe(text)
  })
})
