import { describe, expect, it } from 'vitest'
import { formatAppLink, parseAppLink } from '../../../shared/contract/app-link.ts'
import { SCREENS } from '../../../shared/contract/screens.ts'

describe('a link to a screen', () => {
  it.each(SCREENS)('opens %s', (screen) => {
    const link = { workspaceId: 'a-1', screen, params: {} }
    expect(parseAppLink(formatAppLink(link))).toEqual(link)
  })

  it('keeps what the screen looks at, and nothing that begins something', () => {
    const link = formatAppLink({
      workspaceId: null,
      screen: 'plans',
      params: { plan: 'ä &=?#/', week: '2026-11-30', suggest: 'all', weekday: '12', hour: '9', agents: '4' },
    })
    expect(parseAppLink(link)).toEqual({
      workspaceId: null,
      screen: 'plans',
      params: { plan: 'ä &=?#/', week: '2026-11-30' },
    })
    expect(parseAppLink('covercast://open/agents?new=1&agent=7')?.params).toEqual({ agent: '7' })
  })

  it('is read however systems write it', () => {
    expect(parseAppLink('COVERCAST://OPEN/Plans/')).toEqual({ workspaceId: null, screen: 'plans', params: {} })
    expect(parseAppLink('covercast://open/coverage/?days=7')?.params).toEqual({ days: '7' })
  })

  it.each([
    '',
    'covercast:',
    'covercast://open',
    'covercast://open/',
    'covercast://open/connect',
    'covercast://open/welcome',
    'covercast://open/plans/../connect',
    'covercast://restore/plans',
    'covercast://user@open/plans',
    'covercast://open:80/plans',
    'covercast://open/plans#x',
    'covercast://open/plans?plan=%',
    'covercast://open/plans?workspace=../x',
    'covercast://open/plans?plan=a b',
    'covercast://open/plans\n',
    'app://covercast/#/connect',
    'javascript:alert(1)',
    `covercast://open/plans?plan=${'x'.repeat(2000)}`,
  ])('%j opens nothing', (text) => {
    expect(parseAppLink(text)).toBeNull()
  })
})
