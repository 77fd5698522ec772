import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRoute, parseRoute, type Route } from '../../../../../renderer/app/routing/route.ts'
import { SCREENS } from '../../../../../shared/contract/screens.ts'

const name = fc.string({ minLength: 1, maxLength: 12 })
const routes = fc.oneof<fc.Arbitrary<Route>[]>(
  fc.constant({ page: 'welcome' }),
  fc.record({ page: fc.constant('connect' as const), workspaceId: fc.oneof(fc.constant(null), name) }),
  fc.record({
    page: fc.constant('workspace' as const),
    workspaceId: name,
    screen: fc.constantFrom(...SCREENS),
    params: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.string({ maxLength: 12 })),
  }),
)

describe('a route', () => {
  it('survives the address, whatever is in it', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(parseRoute(formatRoute(route))).toEqual(route)
      }),
    )
  })

  it.each(['', '#', '#/', '#/nowhere', '#/w/', '#/w/demo', '#/w/demo/nowhere', '#/w/%E0%A4%A/x'])(
    'leads to the start where %j says nothing',
    (hash) => {
      expect(parseRoute(hash)).toEqual({ page: 'start' })
    },
  )

  it('reads like an address', () => {
    expect(
      formatRoute({ page: 'workspace', workspaceId: 'demo', screen: 'coverage', params: { days: '7', cell: '1-12' } }),
    ).toBe('#/w/demo/coverage?days=7&cell=1-12')
  })
})
