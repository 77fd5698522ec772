import { expect, test } from 'vitest'
import { createFormatter } from '../../../electron/terminal/format.ts'
import { weightText } from '../../../electron/terminal/weight-text.ts'

test('weights of pages are shown with all of their decimals', () => {
  const shown = (locale: string) => [3, 0.25, 0.125, 1000].map((weight) => weightText(weight, createFormatter(locale)))
  expect(shown('en-US')).toEqual(['3', '0.25', '0.125', '1,000'])
  expect(shown('de-DE')).toEqual(['3', '0,25', '0,125', '1.000'])
})
