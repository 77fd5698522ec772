import { expect, it } from 'vitest'
import { planFileName } from '../../../../../../../renderer/features/plans/editor/toolbar/plan-file-name.ts'

it('names a file after its plan, also where the name is of signs only', () => {
  expect(planFileName('Été 2026: draft / 2')).toBe('Été 2026 draft  2.json')
  expect(planFileName('???')).toBe('plan.json')
})
