import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { some } from '../support/deep.ts'
import { NOTHING_FOUND, runCampaign } from './campaign.ts'
import { KINDS } from './kinds.ts'
import { openSetting, type Setting } from './setting.ts'

// The short version: a round of each kind. The long one is `npm run campaign -- --rounds 200`.
const ROUNDS = some(1, 20)

let setting: Setting
beforeAll(async () => {
  setting = await openSetting(inject('postgresUrl'))
}, 120_000)
afterAll(() => setting.close())

describe('the campaign', () => {
  it.each(KINDS)(
    'finds nothing lost, unequal, hung, doubled or told elsewhere: $name',
    { timeout: some(300_000, 1_800_000) },
    async (kind) => {
      const [result] = await runCampaign({ kinds: [kind], rounds: ROUNDS, seed: 'short', setting })
      expect(result!.notes.filter((note) => !note.startsWith('not run'))).toEqual([])
      expect(result!.found).toEqual(NOTHING_FOUND)
    },
  )
})
