import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** As much of @duckdb/node-api as is used here. It is installed beside this file and not with the project, so its types are not at hand. */
export interface DuckConnection {
  run(sql: string): Promise<unknown>
  runAndReadAll(sql: string): Promise<{ getRowsJS(): readonly (readonly unknown[])[] }>
  createAppender(table: string): Promise<DuckAppender>
  closeSync(): void
}

export interface DuckAppender {
  appendInteger(value: number): void
  appendDouble(value: number): void
  endRow(): void
  closeSync(): void
}

interface DuckModule {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckConnection> }> }
}

/** Opens a DuckDB in memory, installing it first where it is missing. A text says why there is none. */
export async function openDuckDb(): Promise<DuckConnection | string> {
  try {
    if (!existsSync(join(import.meta.dirname, 'node_modules'))) {
      process.stdout.write('Installing what Covercast is measured against ...\n')
      execFileSync('npm', ['ci'], { cwd: import.meta.dirname, stdio: 'pipe', shell: process.platform === 'win32' })
    }
    const path = createRequire(join(import.meta.dirname, 'package.json')).resolve('@duckdb/node-api')
    const { DuckDBInstance } = (await import(path)) as DuckModule
    const instance = await DuckDBInstance.create(':memory:')
    return await instance.connect()
  } catch (thrown) {
    return String(thrown instanceof Error ? thrown.message : thrown).split('\n')[0]!
  }
}
