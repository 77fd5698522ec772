import { expect, it } from 'vitest'
import { english } from '../../../../shared/language/english.ts'
import { warningText } from '../../../../shared/predict/model/warning-text.ts'

it('says of a warning what it counts, and names its pools', () => {
  expect(warningText({ kind: 'few-visits', visits: 0 }, english())).toMatch(/^No visits while an agent was online: /u)
  expect(warningText({ kind: 'few-visits', visits: 1 }, english())).toMatch(/^Only 1 visit while/u)
  expect(warningText({ kind: 'little-history', days: 9 }, english())).toMatch(/^Only 9 days of data/u)
  expect(warningText({ kind: 'covered-outside-sessions', share: 0.031 }, english())).toMatch(/^3% of covered visits/u)
  expect(warningText({ kind: 'poor-fit' }, english())).toMatch(/differs from the model/u)
  const starved = { poolId: 's', visitors: 90, covered: 9, onlineShare: 0.8, isPart: false, recordedUnder: ['e'] }
  expect(warningText({ kind: 'starved-pool', starved, names: { s: 'Sales', e: 'Everyone' } }, english())).toMatch(
    /^Sales shows 10% coverage .* recorded under Everyone\./u,
  )
})
