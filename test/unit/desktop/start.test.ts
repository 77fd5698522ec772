import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseHost, fetchedText, type HostChoice } from '../../../electron/desktop/choose-host.ts'
import { desktopArguments } from '../../../electron/desktop/command-line.ts'
import { desktopTexts } from '../../../electron/desktop/desktop-texts.ts'
import { downloadDialog } from '../../../electron/desktop/download-dialog.ts'

const CHOICE: HostChoice = {
  wantsBrowser: false,
  platform: 'linux',
  environment: { DISPLAY: ':0' },
  runtime: { kind: 'there', path: '/electron' },
  userId: 1000,
}

describe('starting the app', () => {
  it('opens a window where there is a runtime and a display', () => {
    expect(chooseHost(CHOICE)).toEqual({ kind: 'desktop', executable: '/electron', switches: [], note: null })
    expect(chooseHost({ ...CHOICE, environment: { WAYLAND_DISPLAY: 'wayland-0' } }).kind).toBe('desktop')
    expect(chooseHost({ ...CHOICE, platform: 'darwin', environment: {} }).kind).toBe('desktop')
    expect(chooseHost({ ...CHOICE, platform: 'win32', environment: {}, userId: null }).kind).toBe('desktop')
  })

  it('serves a browser where it was asked to, without a word', () => {
    expect(chooseHost({ ...CHOICE, wantsBrowser: true })).toEqual({ kind: 'browser', note: null })
  })

  it('serves a browser where there can be no window, and says why', () => {
    expect(chooseHost({ ...CHOICE, runtime: { kind: 'missing', reason: 'no connection (ENOTFOUND)' } }).note).toBe(
      'No desktop window this time (Electron could not be downloaded: no connection (ENOTFOUND)); serving the same app for a browser. The next start tries again.',
    )
    expect(chooseHost({ ...CHOICE, runtime: { kind: 'stopped' } }).note).toContain('the download was stopped')
    expect(chooseHost({ ...CHOICE, environment: { DISPLAY: '' } }).note).toContain('there is no display')
  })

  it('shows how much of the runtime is here', () => {
    expect(fetchedText({ transferred: 30_000_000, total: 120_000_000 })).toBe(
      'Electron: [######------------------] 25% of 120 MB',
    )
    expect(fetchedText({ transferred: 120_000_000, total: 120_000_000 })).toBe(
      'Electron: [########################] 100% of 120 MB',
    )
    expect(fetchedText({ transferred: 5_400_000, total: null })).toBe('Electron: 5 MB')
  })

  it('gives up the sandbox for root only, and says so', () => {
    expect(chooseHost({ ...CHOICE, userId: 0 })).toMatchObject({
      switches: ['--no-sandbox'],
      note: expect.stringContaining('root'),
    })
    expect(chooseHost({ ...CHOICE, platform: 'darwin', userId: 0 })).toMatchObject({ switches: [], note: null })
  })
})

describe('the command line of the desktop app', () => {
  it('names the data folder in either way, the last one counts', () => {
    expect(desktopArguments(['electron', '--inspect=0', '.', '--data-dir', '/a'])).toEqual({ dataDir: '/a' })
    expect(desktopArguments(['electron', '.', '--data-dir=/a', '--data-dir=/b'])).toEqual({ dataDir: '/b' })
  })

  it('names none where it is left out', () => {
    for (const args of [[], ['electron', '.'], ['electron', '--data-dir'], ['electron', '--data-dir=']])
      expect(desktopArguments(args)).toEqual({ dataDir: null })
  })
})

describe('the dialog for saving a file', () => {
  const texts = desktopTexts('en', [])

  it('proposes its name in the folder for downloads, and says what it is', () => {
    expect(downloadDialog('Coverage.csv', join('/home', 'Downloads'), texts)).toEqual({
      title: 'Save Coverage.csv',
      defaultPath: join('/home', 'Downloads', 'Coverage.csv'),
      filters: [{ name: 'Comma-separated values', extensions: ['csv'] }],
    })
    expect(downloadDialog('x', '/d', texts)).toEqual({ title: 'Save x', defaultPath: join('/d', 'x') })
  })
})
