import { describe, expect, it } from 'vitest'
import { APP_URL, pageActionOf } from '../../../electron/desktop/app-address.ts'
import { checkExternalLink } from '../../../electron/desktop/external-link.ts'
import { judgeNavigation, judgeNewWindow } from '../../../electron/desktop/navigation-policy.ts'
import { mailLink } from '../../../shared/handout/mail-link.ts'
import { isPermissionGranted } from '../../../electron/desktop/permission-policy.ts'

describe('a link to the web', () => {
  it('may be opened when it is plain https', () => {
    expect(checkExternalLink('https://example.com/a?b=c#d')?.href).toBe('https://example.com/a?b=c#d')
  })

  it('may be a mail to one person, of the form that the page makes', () => {
    const link = mailLink({ address: "o'hara@example.com", subject: '"; rm -rf $HOME', body: 'a\nb `id` %0a&cc=x' })!
    expect(checkExternalLink(link)?.href).toBe(link)
    expect(judgeNewWindow(link)).toMatchObject({ kind: 'open-outside' })
    // The page itself goes nowhere.
    expect(judgeNavigation(link, true)).toEqual({ kind: 'block' })
    expect(checkExternalLink(`${link}&cc=eve%40example.com`)).toBeNull()
    expect(checkExternalLink(`${link}&attach=/etc/passwd`)).toBeNull()
  })

  it.each([
    'http://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'ms-msdt:/id PCWDiagnostic',
    'mailto:a@example.com',
    'mailto:a%40example.com?subject=x&body=y&attach=%2Fetc%2Fpasswd',
    'vscode://file/etc/passwd',
    'https://user:password@example.com/',
    'https://example.com@evil.example/',
    'https://',
    'https:\\\\example.com\\ x',
    'https://example.com/\u0000',
    'https://example.com/\r\nx',
    ' https://example.com/',
    `https://example.com/${'a'.repeat(2000)}`,
    '',
  ])('may not be opened when it is %j', (address) => {
    expect(checkExternalLink(address)).toBeNull()
  })
})

describe('a page', () => {
  it('may lead its window to itself only', () => {
    expect(judgeNavigation(APP_URL, true)).toEqual({ kind: 'stay' })
    expect(judgeNavigation(`${APP_URL}#/w/a/settings`, true)).toEqual({ kind: 'stay' })
    for (const address of [
      'https://example.com/',
      'file:///etc/passwd',
      'app://covercast/download/1',
      'app://covercast/assets/index.js',
      'app://evil/',
      'data:text/html,x',
      'about:blank',
      'x',
    ]) {
      expect(judgeNavigation(address, true)).toEqual({ kind: 'block' })
    }
  })

  it('has no frames to lead anywhere', () => {
    expect(judgeNavigation(APP_URL, false)).toEqual({ kind: 'block' })
    expect(judgeNavigation('app://covercast/-/quit', false)).toEqual({ kind: 'block' })
  })

  it("asks by the buttons of the shell's own pages", () => {
    expect(judgeNavigation('app://covercast/-/try-again', true)).toEqual({ kind: 'act', action: 'try-again' })
    expect(pageActionOf('app://covercast/-/erase-all')).toBeNull()
    expect(pageActionOf('app://evil/-/quit')).toBeNull()
  })

  it('opens no windows; links to the web go to the browser', () => {
    expect(judgeNewWindow('https://example.com/')).toMatchObject({ kind: 'open-outside' })
    for (const address of [APP_URL, 'http://example.com/', 'file:///etc/passwd', 'about:blank', ''])
      expect(judgeNewWindow(address)).toEqual({ kind: 'block' })
  })

  it('may write to the clipboard, and is given no other power', () => {
    const asked = { permission: 'clipboard-sanitized-write', requester: 'app://covercast/', isMainFrame: true }
    expect(isPermissionGranted(asked)).toBe(true)
    expect(isPermissionGranted({ ...asked, requester: 'app://covercast' })).toBe(true)
    expect(isPermissionGranted({ ...asked, requester: 'https://evil.example' })).toBe(false)
    expect(isPermissionGranted({ ...asked, requester: undefined })).toBe(false)
    expect(isPermissionGranted({ ...asked, isMainFrame: false })).toBe(false)
    for (const permission of [
      'clipboard-read',
      'media',
      'geolocation',
      'notifications',
      'fullscreen',
      'openExternal',
      'usb',
      'fileSystem',
      'unknown',
    ]) {
      expect(isPermissionGranted({ ...asked, permission })).toBe(false)
    }
  })
})
