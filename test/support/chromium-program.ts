import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browserOptions } from './chromium.ts'

/** The browser of the tests as a program that can be started by its path alone. */
export function chromiumProgram(): { readonly path: string; remove(): void } {
  const { executablePath, env = {} } = browserOptions()
  if (executablePath === undefined)
    throw new Error('The browser of the tests has no path of its own: set CHROMIUM to one.')
  const needed = Object.entries(env).filter(([name, value]) => value !== undefined && value !== process.env[name])
  const folder = mkdtempSync(join(tmpdir(), 'covercast-chromium-'))
  const path = join(folder, 'chromium')
  const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`
  writeFileSync(
    path,
    `#!/bin/sh\n${needed.map(([name, value]) => `export ${name}=${quoted(String(value))}\n`).join('')}exec ${quoted(executablePath)} "$@"\n`,
  )
  chmodSync(path, 0o700)
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
