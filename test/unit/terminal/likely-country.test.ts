import { expect, it } from 'vitest'
import { likelyCountry } from '../../../electron/terminal/describe-holidays.ts'

it('is the first that is proposed, else that of the language', () => {
  expect(likelyCountry([{ country: 'FR' }, { country: 'US' }], 'de-DE')).toBe('FR')
  expect(likelyCountry([], 'de-AT')).toBe('AT')
  expect(likelyCountry([], 'es')).toBe('ES')
})
