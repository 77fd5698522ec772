import { describe, expect, it } from 'vitest'
import { isTransient, isTurnedAway, reportOf, TurnedAway, UNREACHABLE } from '../../../renderer/errors/error-report.ts'

const failed = { data: { report: { code: 'source-host', message: 'The host was not found.', next: 'Check the name.' } } }

describe('a failed call', () => {
  it('speaks with the words of the backend', () => {
    expect(reportOf(failed)).toEqual(failed.data.report)
    expect(isTransient(failed)).toBe(false)
  })

  it.each([new TypeError('Failed to fetch'), null, 'text', { data: null }, { data: { report: { code: 'made-up', message: 'x' } } }])('that did not reach the backend says so (%s)', (thrown) => {
    expect(reportOf(thrown)).toBe(UNREACHABLE)
    expect(isTransient(thrown)).toBe(true)
    expect(isTurnedAway(thrown)).toBe(false)
  })

  it('that was turned away, because the app was started again, says what to do and can be tried again', () => {
    const thrown = new Error('x', { cause: new TurnedAway() })
    expect(reportOf(thrown).next).toContain('Open the address that Covercast showed when it was started')
    expect([isTransient(thrown), isTurnedAway(thrown)]).toEqual([true, true])
  })
})
