import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runSync } from '../../../electron/sync/run-sync.ts'
import { tries } from '../../support/deep.ts'
import { factsOf, MemoryCache } from '../../support/memory-cache.ts'
import { MemorySource } from '../../support/memory-source.ts'
import { tempWorkspace, writableCache } from '../store/temp-store.ts'
import { event, fill, happen, history } from './random-company.ts'
import { at, OPTIONS } from './sync-scenario.ts'

describe('the cache in SQLite', () => {
  it('keeps through any life of a source what the one in memory keeps', async () => {
    const foldings = fc.constantFrom(0, 3)
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.array(event, { maxLength: 6 }),
        foldings,
        async (past, events, foldCountriesUnder) => {
          const source = new MemorySource(at(5, 7, 22))
          fill(source, past)
          const memory = new MemoryCache()
          const { cache: sqlite } = writableCache(tempWorkspace().paths)
          for (const happening of [null, ...events]) {
            if (happening) happen(source, happening)
            for (const cache of [memory, sqlite]) {
              await runSync({ source, cache, options: { ...OPTIONS, foldCountriesUnder }, clock: () => 0 })
            }
            expect(factsOf(sqlite)).toEqual(factsOf(memory))
            expect(sqlite.state()).toEqual(memory.state())
          }
        },
      ),
      tries(12, 5),
    )
  })
})
