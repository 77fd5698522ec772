import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser URL of the Postgres that all integration tests share; each makes its own database in it. */
    postgresUrl: string
  }
}

/** Vitest's global setup: one shared server for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  project.provide('postgresUrl', server.url)
  return () => server.close()
}
