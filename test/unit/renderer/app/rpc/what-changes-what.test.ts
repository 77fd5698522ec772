import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { appRouter } from '../../../../../electron/backend/core/router.ts'
import { CHANGES, type Change, invalidateAfter } from '../../../../../renderer/app/rpc/what-changes-what.ts'

/** Queries whose answers nothing in the app changes, or that are asked anew each time. */
const OF_THEIR_OWN = [
  'app.info',
  'app.log',
  'app.notices',
  // Put into the cache by whoever changes them.
  'app.settings',
  'viewState.get',
  'sync.state',
  // A piece of work, watched while it runs.
  'suggest.state',
  // Of no workspace: put into the cache by the count that brought it.
  'health.report',
  // Files, made when they are asked for.
  'coverage.csv',
  'health.csv',
  'forecast.csv',
  'forecast.pastCsv',
  'compare.csv',
  'exports.plan',
  'exports.planWorkbookBytes',
  'exports.coverageWorkbookBytes',
  'handout',
  'plans.exportFile',
  'agents.exportRules',
  // Read anew when it is opened; a refetch must not take an editor's plan from under it.
  'plans.get',
  // The same for as long as the app runs.
  'updates.publisher',
]

const queries = Object.entries(
  appRouter._def.procedures as unknown as Readonly<Record<string, { readonly _def: { readonly type: string } }>>,
)
  .filter(([, procedure]) => procedure._def.type === 'query')
  .map(([path]) => path)
const rows = Object.entries(CHANGES) as readonly (readonly [Change, readonly string[]])[]
const isNamed = (path: string, by: readonly string[]): boolean =>
  by.some((one) => one === path || path.startsWith(`${one}.`))

describe('the table of what changes what', () => {
  it('names every query of the backend, but for those of which it is said why not', () => {
    const named = rows.flatMap(([, paths]) => [...paths])
    expect(queries.filter((path) => !isNamed(path, named) && !isNamed(path, OF_THEIR_OWN))).toEqual([])
  })

  it('names only what there is', () => {
    for (const path of [...rows.flatMap(([, paths]) => paths), ...OF_THEIR_OWN])
      expect([path, queries.some((query) => isNamed(query, [path]))]).toEqual([path, true])
  })

  it.each(rows)('has exactly its answers asked for again after "%s"', async (change, paths) => {
    const client = new QueryClient()
    for (const query of queries)
      client.setQueryData([query.split('.'), { input: { workspaceId: 'w' }, type: 'query' }], 'an answer')
    await invalidateAfter(client, change)
    const stale = client.getQueryCache().findAll({ predicate: ({ state }) => state.isInvalidated })
    expect(stale.map(({ queryKey }) => (queryKey[0] as readonly string[]).join('.')).toSorted()).toEqual(
      queries.filter((query) => isNamed(query, paths)).toSorted(),
    )
  })
})
