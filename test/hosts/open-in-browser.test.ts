import { describe, expect, it } from 'vitest'
import { browserCommand, openInBrowser } from '../../electron/browser/open-in-browser.ts'

const URL = 'http://127.0.0.1:4000/?token=a&b=%20'

describe('opening a browser', () => {
  it.each([
    ['darwin', {}, ['open', URL]],
    ['win32', {}, ['rundll32', 'url.dll,FileProtocolHandler', URL]],
    ['linux', { DISPLAY: ':0' }, ['xdg-open', URL]],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open', URL]],
    ['linux', { DISPLAY: '' }, null],
    ['linux', {}, null],
  ] as const)(
    'on %s with %j runs no shell, and nothing where there is no screen',
    (platform, environment, expected) => {
      expect(browserCommand(URL, platform, environment)).toEqual(expected)
    },
  )

  it.runIf(process.platform === 'linux')('says that it cannot where there is no screen', async () => {
    expect(await openInBrowser(URL, {})).toBe(false)
  })
})
