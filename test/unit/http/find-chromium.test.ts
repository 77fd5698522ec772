import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findChromium, requireChromium } from '../../../electron/printing/find-chromium.ts'

const on = (platform: string, environment: Readonly<Record<string, string>>, programs: readonly string[]) => ({
  platform,
  environment,
  isProgram: (path: string) => programs.includes(path),
})

describe('the browser that makes PDFs', () => {
  it('is the one that is named, before any other', () => {
    const programs = ['/opt/mine', '/other', '/usr/bin/chromium']
    expect(findChromium(on('linux', { COVERCAST_CHROMIUM: '/opt/mine', CHROMIUM: '/other' }, programs))).toBe(
      '/opt/mine',
    )
    expect(findChromium(on('linux', { CHROMIUM: '/other' }, programs))).toBe('/other')
    expect(findChromium(on('linux', { COVERCAST_CHROMIUM: '' }, programs))).toBe('/usr/bin/chromium')
  })

  it('is looked for in the usual places of each system', () => {
    expect(findChromium(on('linux', { PATH: '/home/me/bin' }, ['/home/me/bin/google-chrome']))).toBe(
      '/home/me/bin/google-chrome',
    )
    expect(
      findChromium(
        on('darwin', { HOME: '/Users/me' }, ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge']),
      ),
    ).toMatch(/Edge$/u)
    const edge = join('C:\\Program Files (x86)', 'Microsoft', 'Edge', 'Application', 'msedge.exe')
    expect(findChromium(on('win32', { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' }, [edge]))).toBe(edge)
    expect(findChromium(on('linux', {}, []))).toBeNull()
  })

  it('is missed in words that say what else can be done', () => {
    expect(() => requireChromium(on('linux', {}, []))).toThrow(
      expect.objectContaining({
        code: 'printer-missing',
        next: expect.stringMatching(/COVERCAST_CHROMIUM.*CSV and calendar/u) as string,
      }),
    )
    expect(() => findChromium(on('linux', { COVERCAST_CHROMIUM: '/gone' }, []))).toThrow(
      /COVERCAST_CHROMIUM names "\/gone"/u,
    )
  })
})
