import { expect, it } from 'vitest'
import { SHARED_MESSAGES } from '../../../shared/messages/catalogues.ts'
import { saysOpen } from '../../../shared/roster/words.ts'

it.each(Object.entries(SHARED_MESSAGES))(
  'reads who has no agent in the files that are written in %s',
  (_, messages) => {
    expect(saysOpen(messages.planFiles.unassigned)).toBe(true)
  },
)
