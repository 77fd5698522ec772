import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Rich } from '../../../../renderer/format/rich.ts'
import { createTexts } from '../../../../shared/language/texts.ts'

it('shows a message with its elements in it', () => {
  const { seeLog } = createTexts({ seeLog: 'See <link>the log</link> of {day}.' }, { locale: 'en' })
  const parts = seeLog({ day: 'Monday', link: (text) => createElement('a', { href: '#log' }, text) })
  expect(renderToStaticMarkup(createElement(Rich, { parts }))).toBe('See <a href="#log">the log</a> of Monday.')
})
