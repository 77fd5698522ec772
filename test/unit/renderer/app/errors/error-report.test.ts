import { describe, expect, it } from 'vitest'
import {
  isTransient,
  isUnauthorized,
  reportOf,
  Unauthorized,
  unreachable,
} from '../../../../../renderer/app/errors/error-report.ts'

const failed = {
  data: { report: { code: 'source-host', message: 'The host was not found.', next: 'Check the name.' } },
}

describe('a failed call', () => {
  it('speaks with the words of the backend', () => {
    expect(reportOf(failed)).toEqual(failed.data.report)
    expect(isTransient(failed)).toBe(false)
  })

  it.each([
    new TypeError('Failed to fetch'),
    null,
    'text',
    { data: null },
    { data: { report: { code: 'made-up', message: 'x' } } },
  ])('that did not reach the backend says so (%s)', (thrown) => {
    expect(reportOf(thrown)).toEqual(unreachable())
    expect(isTransient(thrown)).toBe(true)
    expect(isUnauthorized(thrown)).toBe(false)
  })

  it('that is unauthorized, because the app was started again, says what to do and can be tried again', () => {
    const thrown = new Error('x', { cause: new Unauthorized() })
    expect(reportOf(thrown).next).toContain('open the address that Covercast showed when it started')
    expect([isTransient(thrown), isUnauthorized(thrown)]).toEqual([true, true])
  })
})
