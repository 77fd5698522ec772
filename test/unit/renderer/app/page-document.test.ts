import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('asks browsers not to translate the page: they replace texts that are about to change, so that old figures would stay', () => {
  const document = readFileSync(new URL('../../../../renderer/index.html', import.meta.url), 'utf8')
  expect(document).toMatch(/<html [^>]*translate="no"/u)
  expect(document).toContain('<meta name="google" content="notranslate" />')
})
