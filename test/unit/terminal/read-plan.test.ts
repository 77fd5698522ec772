import { describe, expect, it } from 'vitest'
import { readPlanChoice } from '../../../electron/terminal/read-plan.ts'
import { TERMINAL_FORMAT } from '../../support/terminal-format.ts'

describe('what --plan names', () => {
  it.each(['October', 'Sales/Support', 'Clock America/New_York', '3f0c2a8e-6a43-4f0c-9f43-6a1f2b9f2f11'])(
    'is a stored plan: %s',
    (named) => {
      expect(readPlanChoice(named, TERMINAL_FORMAT.texts)).toEqual({ kind: 'stored', id: named })
    },
  )

  it.each(['none.json', './none', '../none', '/none', 'C:\\none', '.\\none', '~/none', 'plans/none.JSON'])(
    'is a file, which is not there: %s',
    (named) => {
      expect(() => readPlanChoice(named, TERMINAL_FORMAT.texts)).toThrow(/There is no file/u)
    },
  )
})
