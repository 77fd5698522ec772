import { inject } from 'vitest'
import { RUNTIME } from '../../desktop/support/desktop-app.ts'

/** Where the app runs: served to a browser, or in the desktop's window. */
export type Host = 'browser' | 'desktop'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Given by the project: the same files run in one for each host. */
    host: Host
  }
}

export const HOST: Host = inject('host')
/** Part of the name of every end-to-end test. */
export const WHERE = HOST === 'browser' ? 'in a browser' : `in the window of ${RUNTIME}`
