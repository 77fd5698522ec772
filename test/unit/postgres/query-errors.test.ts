import { describe, expect, it } from 'vitest'
import { isLost, isRecoveryConflict, queryError } from '../../../electron/sync/postgres/query-errors.ts'
import { AppError } from '../../../shared/foundation/errors.ts'

const failure = (code: string, message = 'what the server said') => Object.assign(new Error(message), { code })

describe('a failed statement', () => {
  it.each([
    ['57014', 'source-timeout'],
    ['25P04', 'source-timeout'],
    ['42P01', 'source-table-missing'],
    ['3F000', 'source-table-missing'],
    ['42703', 'source-column-missing'],
    ['42501', 'source-permission'],
    ['40001', 'source-lost'],
    ['57P01', 'source-lost'],
    ['57P03', 'source-lost'],
    ['08006', 'source-lost'],
    ['25P03', 'source-lost'],
    ['ECONNRESET', 'source-lost'],
    ['EPIPE', 'source-lost'],
    ['XX000', 'source-other'],
  ])('with %s is %s, and says what to do next', (code, expected) => {
    const error = queryError(failure(code), 60_000)
    expect(error.code).toBe(expected)
    expect(error.next).toMatch(/^[A-Z].*\.$/)
  })

  it('that is told already stays as it is', () => {
    const error = new AppError({ code: 'cancelled', message: 'x' })
    expect(queryError(error, 1)).toBe(error)
  })

  it('of a connection that ended without a code is a lost connection', () => {
    expect(isLost(new Error('Connection terminated unexpectedly'))).toBe(true)
    expect(isLost(new Error('Client has encountered a connection error and is not queryable'))).toBe(true)
    expect(isLost(failure('57014'))).toBe(false)
    expect(isLost('text')).toBe(false)
  })

  it('is worth asking again only after a conflict with replay', () => {
    expect(['40001', '40P01', '57014', '57P01'].map((code) => isRecoveryConflict(failure(code)))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
