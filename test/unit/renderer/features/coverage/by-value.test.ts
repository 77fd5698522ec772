import { expect, test } from 'vitest'
import { valueFigures } from '../../../../../renderer/features/coverage/by-value.ts'
import { dataProblem } from '../../../../../shared/coverage/data-problem.ts'
import type { DataProblem } from '../../../../../shared/coverage/types.ts'
import { british, reportOf, visits } from '../../support/report-fixture.ts'

const report = reportOf({ pageviews: visits('2026-03-02T12:30:00Z', 10, 8) })
const basisOf = (countedShare: number, dataProblems: readonly DataProblem[] = []) =>
  valueFigures(
    { ...report, value: { ...report, byClass: [], countedShare, missedWorth: null }, dataProblems: [...dataProblems] },
    british,
  )!.basis

test('coverage by value says of which visitors the pages are known, or why of none', () => {
  const off = dataProblem({ kind: 'page-rules-off', variant: 'page-not-granted', count: 1, reason: 'page_url' })
  expect(basisOf(1)).toBeNull()
  expect(basisOf(0.25)?.replaceAll('\u00A0', ' ')).toMatch(/^Pages are known of 25% of these visitors so far/u)
  expect(basisOf(0, [off])).toContain('the column page_url may not be read')
})
