import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { privateJsonFile } from '../../../electron/backend/core/private-json-file.ts'
import { desktopTexts } from '../../../electron/desktop/desktop-texts.ts'
import { openedIn, secondStartSchema } from '../../../electron/desktop/opened.ts'
import { createOpener } from '../../../electron/desktop/opener.ts'
import { openScript } from '../../../electron/desktop/page-commands.ts'
import { jumpList, quickScreens } from '../../../electron/desktop/quick-screens.ts'
import { createRecentFiles, recentFilesSchema } from '../../../electron/desktop/recent-files.ts'
import { parseAppLink } from '../../../shared/contract/app-link.ts'
import { wantedOpen } from '../../../shared/contract/opened-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'covercast-opening-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const log = { error: () => undefined, warn: () => undefined } as never
const PLAN = join(folder, "my 'plan' \u2028.covercast")
writeFileSync(PLAN, '{}')

describe('a command line', () => {
  it('opens its files and links, and passes over the rest', () => {
    expect(
      openedIn(
        [
          '/opt/covercast',
          '--data-dir=/x/y.covercast',
          '.',
          'week.covercast',
          'file:///home/me/two%20words.XLSX',
          'covercast://open/plans?week=2026-11-30',
          'covercast://open/connect',
          '-run.covercast',
          '/bin/sh',
        ],
        '/home/me',
      ),
    ).toEqual([
      { kind: 'file', path: resolve('/home/me', 'week.covercast') },
      { kind: 'file', path: '/home/me/two words.XLSX' },
      { kind: 'link', link: 'covercast://open/plans?week=2026-11-30' },
    ])
  })

  it('is believed of a second start only where it has the right form', () => {
    const opened = openedIn(['covercast', 'a.covercast'], folder)
    expect(secondStartSchema.safeParse({ opened }).data).toEqual({ opened })
    for (const other of [null, {}, { opened: [{ kind: 'script', path: 'x' }] }, { opened: 'x' }])
      expect(secondStartSchema.safeParse(other).success).toBe(false)
  })
})

describe('what is to be opened', () => {
  function opener() {
    const scripts: string[] = []
    const said: string[] = []
    let isOpen = false
    return {
      scripts,
      said,
      openData: () => (isOpen = true),
      opener: createOpener({
        backend: () => (isOpen ? ({ takeIn: async () => `/download/${'0'.repeat(36)}` } as never) : null),
        run: async (script) => scripts.push(script),
        show: () => said.push('show'),
        onOpened: (path) => said.push(`opened ${path}`),
        onFailure: (path) => said.push(`failed ${path}`),
        log,
      }),
    }
  }

  it('waits until the page is there, and then comes in its order', async () => {
    const { opener: one, scripts, said, openData } = opener()
    one.ask({ kind: 'file', path: PLAN })
    one.ask({ kind: 'link', link: 'covercast://open/today' })
    expect([scripts, said]).toEqual([[], ['show', 'show']])
    openData()
    one.pageIs(true)
    await vi.waitFor(() => expect(scripts).toHaveLength(2))
    expect(scripts[0]).toContain('"kind":"file"')
    expect(said.at(-1)).toBe(`opened ${PLAN}`)
    one.pageIs(false)
    one.ask({ kind: 'link', link: 'covercast://open/plans' })
    expect(scripts).toHaveLength(2)
  })

  it('that has gone is said, and costs nothing else', async () => {
    const { opener: one, scripts, said, openData } = opener()
    openData()
    one.pageIs(true)
    const gone = join(folder, 'gone.covercast')
    one.ask({ kind: 'file', path: gone })
    one.ask({ kind: 'file', path: folder })
    one.ask({ kind: 'link', link: 'covercast://open/today' })
    await vi.waitFor(() => expect(scripts).toHaveLength(1))
    expect(said.filter((text) => text.startsWith('failed'))).toEqual([`failed ${gone}`, `failed ${folder}`])
  })

  it('reaches the page as data, whatever a file is called', () => {
    const name = '"}); steal(); ({"\u2028</script>'
    const wanted = { kind: 'file', path: `/download/${'0'.repeat(36)}`, name } as const
    const events: { readonly type: string; readonly detail: unknown }[] = []
    runInNewContext(openScript(wanted), {
      dispatchEvent: (event: never) => events.push(event),
      CustomEvent: class {
        readonly type: string
        readonly detail: unknown
        constructor(type: string, { detail }: { readonly detail: unknown }) {
          this.type = type
          this.detail = detail
        }
      },
    })
    expect(events).toHaveLength(1)
    expect(wantedOpen(structuredClone(events[0]!.detail))).toEqual(wanted)
  })

  it('is looked at by the page once more', () => {
    for (const detail of [null, 'x', {}, { kind: 'file', path: '/trpc/x', name: 'a' }, { kind: 'link', link: 1 }])
      expect(wantedOpen(detail)).toBeNull()
  })
})

describe('recent files', () => {
  it('are the newest first, without those that have gone, also after a restart, until they are cleared', () => {
    const system: string[] = []
    const open = () =>
      createRecentFiles({
        file: privateJsonFile(join(folder, 'recent-files.json'), recentFilesSchema),
        system: { add: (path) => system.push(path), clear: () => system.push('clear') },
        onChange: () => undefined,
        log,
      })
    const first = open()
    const second = join(folder, 'second.covercast')
    writeFileSync(second, '{}')
    for (const path of [PLAN, second, join(folder, 'gone.covercast'), PLAN]) first.add(path)
    expect(first.current()).toEqual([PLAN, second])
    expect(open().current()).toEqual([PLAN, second])
    first.clear()
    expect(open().current()).toEqual([])
    expect(system.at(-1)).toBe('clear')
  })
})

describe('the menu of the dock and the list of the task bar', () => {
  const texts = desktopTexts('en', [])
  it('lead to screens', () => {
    expect(quickScreens(texts).map(({ link }) => parseAppLink(link)?.screen)).toEqual([
      'today',
      'coverage',
      'plans',
      'forecast',
    ])
    const [recent, tasks] = jumpList({ texts, program: 'C:\\app.exe', dataDir: 'C:\\My data' })
    expect(recent).toEqual({ type: 'recent' })
    expect(tasks?.items?.[0]).toMatchObject({
      program: 'C:\\app.exe',
      args: '"--data-dir=C:\\My data" covercast://open/today',
    })
  })
})
