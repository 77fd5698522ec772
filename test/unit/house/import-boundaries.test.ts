import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')

/** [file, what it imports, allowed?]: each file is linted by the project's own rules, in a tree of its own. */
const CASES: readonly (readonly [file: string, statement: string, allowed: boolean])[] = [
  ['shared/foundation/p1.ts', `import { x } from './minutes.ts'`, true],
  ['shared/foundation/p2.ts', `import { x } from '../time/slots.ts'`, false],
  ['shared/foundation/p3.ts', `import { x } from '../contract/settings.ts'`, false],
  ['shared/time/a1.ts', `import { x } from 'luxon'`, true],
  ['shared/time/a2.ts', `import { x } from 'zod'`, true],
  ['shared/time/a3.ts', `import { x } from 'node:fs'`, false],
  ['shared/time/a4.ts', `import { x } from 'pg'`, false],
  ['shared/time/a5.ts', `import { x } from '../coverage/cube.ts'`, false],
  ['shared/time/a6.ts', `import { x } from '../../electron/sync/source.ts'`, false],
  ['shared/time/a8.ts', `import { x } from '../foundation/errors.ts'`, true],
  ['shared/time/a9.ts', `import { x } from '../contract/commands.ts'`, false],
  ['shared/plan/q1.ts', `import { x } from '../predict/erlang.ts'`, false],
  ['shared/plan/q2.ts', `import { x } from '../coverage/cube.ts'`, false],
  ['shared/time/a7.ts', `import { x } from './slots.ts'`, true],
  ['shared/coverage/b1.ts', `import { x } from '../time/slots.ts'`, true],
  ['shared/coverage/b2.ts', `import { x } from '../predict/erlang.ts'`, false],
  ['shared/coverage/b3.ts', `import { x } from '../../renderer/app/app.tsx'`, false],
  ['shared/predict/c1.ts', `import { x } from '../compare/split.ts'`, false],
  ['shared/predict/c2.ts', `import { x } from '../coverage/cube.ts'`, true],
  ['shared/compare/d1.ts', `import { x } from '../predict/fit.ts'`, true],
  ['shared/compare/d2.ts', `import { x } from 'react'`, false],
  ['electron/store/e1.ts', `import { x } from 'better-sqlite3'`, true],
  ['electron/store/e2.ts', `import { x } from 'pg'`, false],
  ['electron/store/e3.ts', `import { x } from '../backend/jobs.ts'`, false],
  ['electron/store/e4.ts', `import { x } from '../sync/cache.ts'`, true],
  ['electron/sync/f1.ts', `import { x } from '../store/connection.ts'`, false],
  ['electron/sync/f2.ts', `import { x } from 'pg'`, false],
  ['electron/sync/postgres/g1.ts', `import { x } from 'pg'`, true],
  ['electron/sync/postgres/g2.ts', `import { x } from 'better-sqlite3'`, false],
  ['electron/sync/demo/h1.ts', `import { x } from 'pg'`, false],
  ['electron/backend/i1.ts', `import { x } from '../store/connection.ts'`, true],
  ['electron/backend/i2.ts', `import { x } from '../terminal/table.ts'`, false],
  ['electron/backend/i3.ts', `import { x } from 'electron'`, false],
  ['electron/backend/coverage/i4.ts', `import { x } from 'better-sqlite3'`, false],
  ['electron/terminal/j1.ts', `import { x } from '../backend/sync/app-sync.ts'`, true],
  ['electron/terminal/j4.ts', `import { x } from '../sync/run-sync.ts'`, false],
  ['electron/terminal/commands/j5.ts', `import { x } from '../../sync/run-sync.ts'`, false],
  ['electron/terminal/j2.ts', `import { x } from '../store/connection.ts'`, false],
  ['electron/terminal/j3.ts', `import { x } from '../desktop/window.ts'`, false],
  ['electron/desktop/k1.ts', `import { x } from 'electron'`, true],
  ['electron/desktop/k2.ts', `import { x } from '../browser/guard.ts'`, false],
  ['electron/desktop/k3.ts', `import { shell as x } from 'electron'`, false],
  ['electron/desktop/k4.ts', `import * as x from 'electron'`, false],
  ['electron/desktop/open-outside.ts', `import { shell as x } from 'electron'`, true],
  ['electron/browser/l1.ts', `import { x } from 'electron'`, false],
  ['electron/browser/l2.ts', `import { x } from '../../renderer/app/app.tsx'`, false],
  ['electron/printing/o1.ts', `import { x } from '../browser/guard.ts'`, false],
  ['renderer/m1.ts', `import { x } from '../electron/backend/core/router.ts'`, false],
  ['renderer/m2.ts', `import type { x } from '../electron/backend/core/router.ts'`, false],
  ['renderer/m3.ts', `import { x } from 'echarts'`, false],
  ['renderer/m4.ts', `import { x } from 'node:fs'`, false],
  ['renderer/m5.ts', `import { x } from '../../../shared/time/slots.ts'`, true],
  ['renderer/m6.ts', `import { x } from './features/plans/plans-screen.tsx'`, true],
  ['renderer/charts/n1.ts', `import { x } from 'echarts'`, true],
  ['renderer/charts/n2.ts', `import { x } from 'electron'`, false],
  ['renderer/charts/n3.ts', `import { x } from '../kit/button.tsx'`, false],
  ['renderer/app/rpc/procedures.ts', `import type { x } from '../../../electron/backend/core/router.ts'`, true],
  ['renderer/app/rpc/client.ts', `import type { x } from '../../../electron/backend/core/router.ts'`, false],
  ['renderer/app/app.tsx', `import { x } from '../features/plans/plans-screen.tsx'`, true],
  ['renderer/app/frame/p1.tsx', `import { x } from '../../features/plans/plans-screen.tsx'`, false],
  ['renderer/app/frame/p2.tsx', `import { x } from '../settings/app-settings.ts'`, true],
  ['renderer/kit/q1.tsx', `import { x } from '../app/commands/command.ts'`, false],
  ['renderer/kit/q2.tsx', `import { x } from '../features/plans/plan-types.ts'`, false],
  ['renderer/kit/q3.tsx', `import { x } from '../format/formatter.ts'`, true],
  ['renderer/format/r1.ts', `import { x } from '../kit/button.tsx'`, false],
  ['renderer/print/s1.ts', `import { x } from '../features/plans/plan-types.ts'`, true],
  ['renderer/print/plan/s2.ts', `import { x } from '../../app/frame/frame.tsx'`, false],
  ['renderer/features/plans/t1.ts', `import { x } from '../coverage/words.ts'`, false],
  ['renderer/features/plans/t2.ts', `import type { x } from '../settings/settings-screen.tsx'`, false],
  ['renderer/features/plans/list/t3.ts', `import { x } from '../../agents/agent-rows.ts'`, false],
  ['renderer/features/plans/editor/board/t4.ts', `import { x } from '../../../agents/agent-rows.ts'`, false],
  ['renderer/features/plans/editor/board/t5.ts', `import { x } from '../../list/plan-row.tsx'`, true],
  ['renderer/features/plans/editor/board/t6.ts', `import { x } from '../../../shared/coverage/cube.ts'`, true],
  ['renderer/features/plans/t7.ts', `import { x } from '../../app/settings/theme-context.tsx'`, true],
  ['renderer/features/plans/t8.ts', `import { x } from '../../print/sheet.tsx'`, false],
  ['renderer/features/coverage/t9.ts', `import { x } from '../plans/plan-types.ts'`, false],
]

/** Files that import one another, by types alone. */
const CIRCLE: Readonly<Record<string, string>> = {
  'shared/time/circle-one.ts': `import type { Two } from './circle-two.ts'\nexport interface One {\n  two: Two\n}\n`,
  'shared/time/circle-two.ts': `import type { One } from './circle-one.ts'\nexport interface Two {\n  one: One | null\n}\n`,
}

interface Diagnostic {
  readonly code: string
  readonly filename: string
}

describe('import boundaries', () => {
  let folder = ''
  let forbidden: ReadonlySet<string> = new Set()
  let circular: ReadonlySet<string> = new Set()

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'covercast-boundaries-'))
    writeFileSync(
      join(folder, 'oxlint.config.ts'),
      `export { default } from '${pathToFileURL(join(ROOT, 'oxlint.config.ts')).href}'\n`,
    )
    for (const [file, statement] of CASES) {
      mkdirSync(join(folder, dirname(file)), { recursive: true })
      const use = statement.startsWith('import type') ? 'export type y = x' : 'export const y = x'
      writeFileSync(join(folder, file), `${statement}\n${use}\n`)
    }
    for (const [file, content] of Object.entries(CIRCLE)) writeFileSync(join(folder, file), content)
    const reported = lint(folder)
    const filesWith = (rule: string): ReadonlySet<string> =>
      new Set(reported.filter(({ code }) => code.includes(rule)).map(({ filename }) => filename.replaceAll('\\', '/')))
    forbidden = filesWith('no-restricted-imports')
    circular = filesWith('no-cycle')
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(CASES)('%s with %s is allowed: %s', (file, _statement, allowed) => {
    expect(!forbidden.has(file)).toBe(allowed)
  })

  it('a circle of files is refused, also one of types alone', () => {
    expect([...circular].toSorted()).toEqual(Object.keys(CIRCLE))
  })
})

function lint(cwd: string): readonly Diagnostic[] {
  const args = [join(ROOT, 'node_modules/oxlint/bin/oxlint'), '-f', 'json', 'shared', 'electron', 'renderer']
  try {
    return diagnosticsOf(
      execFileSync(process.execPath, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
    )
  } catch (error) {
    // It exits with 1 where it found something.
    return diagnosticsOf((error as { readonly stdout: string }).stdout)
  }
}

function diagnosticsOf(output: string): readonly Diagnostic[] {
  return (JSON.parse(output) as { readonly diagnostics: readonly Diagnostic[] }).diagnostics
}
