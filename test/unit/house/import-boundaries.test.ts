import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')

/** [file, what it imports, allowed?]: each file is linted by the project's own rules, in a tree of its own. */
const CASES: readonly (readonly [file: string, statement: string, allowed: boolean])[] = [
  ['shared/time/a1.ts', `import { x } from 'luxon'`, true],
  ['shared/time/a2.ts', `import { x } from 'zod'`, true],
  ['shared/time/a3.ts', `import { x } from 'node:fs'`, false],
  ['shared/time/a4.ts', `import { x } from 'pg'`, false],
  ['shared/time/a5.ts', `import { x } from '../coverage/cube.ts'`, false],
  ['shared/time/a6.ts', `import { x } from '../../electron/sync/source.ts'`, false],
  ['shared/time/a7.ts', `import { x } from './slots.ts'`, true],
  ['shared/coverage/b1.ts', `import { x } from '../time/slots.ts'`, true],
  ['shared/coverage/b2.ts', `import { x } from '../predict/erlang.ts'`, false],
  ['shared/coverage/b3.ts', `import { x } from '../../renderer/app.tsx'`, false],
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
  ['electron/backend/services/i4.ts', `import { x } from 'better-sqlite3'`, false],
  ['electron/terminal/j1.ts', `import { x } from '../backend/services/sync.ts'`, true],
  ['electron/terminal/j2.ts', `import { x } from '../store/connection.ts'`, false],
  ['electron/terminal/j3.ts', `import { x } from '../desktop/window.ts'`, false],
  ['electron/desktop/k1.ts', `import { x } from 'electron'`, true],
  ['electron/desktop/k2.ts', `import { x } from '../http/guard.ts'`, false],
  ['electron/desktop/k3.ts', `import { shell as x } from 'electron'`, false],
  ['electron/desktop/k4.ts', `import * as x from 'electron'`, false],
  ['electron/desktop/open-outside.ts', `import { shell as x } from 'electron'`, true],
  ['electron/http/l1.ts', `import { x } from 'electron'`, false],
  ['electron/http/l2.ts', `import { x } from '../../renderer/app.tsx'`, false],
  ['renderer/m1.ts', `import { x } from '../electron/backend/router.ts'`, false],
  ['renderer/m2.ts', `import type { x } from '../electron/backend/router.ts'`, true],
  ['renderer/m3.ts', `import { x } from 'echarts'`, false],
  ['renderer/m4.ts', `import { x } from 'node:fs'`, false],
  ['renderer/m5.ts', `import { x } from '../shared/time/slots.ts'`, true],
  ['renderer/charts/n1.ts', `import { x } from 'echarts'`, true],
  ['renderer/charts/n2.ts', `import { x } from 'electron'`, false],
]

interface Diagnostic {
  readonly code: string
  readonly filename: string
}

describe('import boundaries', () => {
  let folder = ''
  let reported: ReadonlySet<string> = new Set()

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'covercast-boundaries-'))
    writeFileSync(join(folder, 'oxlint.config.ts'), `export { default } from '${pathToFileURL(join(ROOT, 'oxlint.config.ts')).href}'\n`)
    for (const [file, statement] of CASES) {
      mkdirSync(join(folder, dirname(file)), { recursive: true })
      const use = statement.startsWith('import type') ? 'export type y = x' : 'export const y = x'
      writeFileSync(join(folder, file), `${statement}\n${use}\n`)
    }
    reported = new Set(lint(folder).filter((one) => one.code.includes('no-restricted-imports')).map((one) => one.filename.replaceAll('\\', '/')))
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(CASES)('%s with %s is allowed: %s', (file, _statement, allowed) => {
    expect(!reported.has(file)).toBe(allowed)
  })
})

function lint(cwd: string): readonly Diagnostic[] {
  const args = [join(ROOT, 'node_modules/oxlint/bin/oxlint'), '-f', 'json', 'shared', 'electron', 'renderer']
  try {
    return diagnosticsOf(execFileSync(process.execPath, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }))
  } catch (error) {
    // It exits with 1 where it found something.
    return diagnosticsOf((error as { readonly stdout: string }).stdout)
  }
}

function diagnosticsOf(output: string): readonly Diagnostic[] {
  return (JSON.parse(output) as { readonly diagnostics: readonly Diagnostic[] }).diagnostics
}
