import { describe, expect, it } from 'vitest'
import { parsePrintHash, printAddress, type PrintPageInput } from '../../../shared/contract/print-page.ts'

const hashOf = (address: string): string => address.slice(address.indexOf('#'))

describe('the address of a print page', () => {
  it('holds all that is asked for, behind the hash', () => {
    const page = {
      kind: 'coverage',
      workspaceId: 'w',
      from: '2026-01-01',
      to: '2026-01-31',
      poolId: 'Straße & #1?',
      countryFilter: { mode: 'allowlist' as const, countries: ['US'] },
    } satisfies PrintPageInput
    const address = printAddress(page)
    expect(new URL(address, 'app://covercast/').search).toBe('')
    expect(parsePrintHash(hashOf(address))).toEqual({
      ...page,
      timeZone: null,
      paper: 'a4',
      language: null,
      texts: null,
      until: null,
      ask: false,
    })
    expect(
      parsePrintHash(
        hashOf(printAddress({ kind: 'plan', workspaceId: 'w', planId: null, week: '2026-01-05', paper: 'letter' })),
      ),
    ).toMatchObject({ planId: null, paper: 'letter' })
    expect(
      parsePrintHash(
        hashOf(printAddress({ kind: 'compare', workspaceId: 'w', publicationId: 'p', week: '2026-01-05' })),
      ),
    ).toMatchObject({ kind: 'compare', publicationId: 'p', week: '2026-01-05' })
  })

  it('tells all pools from visits without one', () => {
    const page = { kind: 'coverage', workspaceId: 'w', from: '2026-01-01', to: '2026-01-31' } as const
    expect(parsePrintHash(hashOf(printAddress(page)))).not.toHaveProperty('poolId')
    expect(parsePrintHash(hashOf(printAddress({ ...page, poolId: null })))).toHaveProperty('poolId', null)
  })

  it.each([
    '',
    '#',
    '#%',
    '#{}',
    `#${encodeURIComponent('{"kind":"plan"}')}`,
    `#${encodeURIComponent('{"kind":"plan","workspaceId":"w","planId":"p","week":"2026-02-30"}')}`,
  ])('is nothing where it is %j', (hash) => {
    expect(parsePrintHash(hash)).toBeNull()
  })
})
