import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const TESTS = join(import.meta.dirname, '../..')

/** Why a file may set a timer: none of them waits for something to have happened meanwhile. */
const TIMERS: Readonly<Record<string, string>> = {
  'campaign/kinds/edit-kills.ts': 'the moment of a kill, drawn',
  'campaign/kinds/sync-kills.ts': 'the moment of a kill, drawn',
  'campaign/setting.ts': 'the limit after which a command hangs',
  'desktop/hardening.test.ts': 'a packet that must not come, on real Electron only',
  'hosts/terminal/suggest.test.ts': 'the moment of an interruption',
  'hosts/support/hanging-worker.ts': 'work that takes long and gives signs of life',
  'integration/postgres/dead-line.test.ts': 'the limit after which a line hangs',
  'integration/sync/interruptions.test.ts': 'the moment of a kill, drawn',
  'support/postgres-proxy.ts': 'a slow line',
  'support/prepared-demo.ts': 'another process that makes the same folder',
}

/** The next turn of the event loop is no time. */
const NEXT_TURN = /setTimeout\((?:\w+|'[^']*')(?:, 0)?\)/gu

it('no test waits for a time to pass: it waits for what it needs', () => {
  const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter(
      (file) =>
        /\.(?:ts|tsx|mjs)$/u.test(file) && !file.startsWith('bench/') && !file.endsWith('no-fixed-waits.test.ts'),
    )
  const withTimers = files.filter((file) =>
    /\bsetTimeout\b|\bwaitForTimeout\b/u.test(readFileSync(join(TESTS, file), 'utf8').replaceAll(NEXT_TURN, '')),
  )
  expect(files.length).toBeGreaterThan(300)
  expect(withTimers.toSorted()).toEqual(Object.keys(TIMERS).toSorted())
})

/** A page read once and compared at once, which passes or fails by how fast the machine is. That something is *not* there is asked once. */
const READ_ONCE =
  /expect\(\s*await [^;]*?\.(?:innerText|textContent|count|getAttribute|isVisible|isChecked|inputValue|allInnerTexts|allTextContents|isDisabled|isEnabled)\([^()]*\),?\s*\)\s*\.(?!not\b)/u

it('what a page shows is polled until it is as expected', () => {
  const readOnce = ['e2e', 'desktop'].flatMap((folder) =>
    readdirSync(join(TESTS, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        readFileSync(join(TESTS, folder, file), 'utf8')
          .split(/\n(?= *(?:await )?expect)/u)
          .filter((statement) => READ_ONCE.test(statement.split('\n\n')[0]!))
          .map((statement) => `${folder}/${file}: ${statement.trim().split('\n')[0]!}`),
      ),
  )
  expect(readOnce).toEqual([])
})
