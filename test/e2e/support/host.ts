import { inject } from 'vitest'
import { RUNTIME } from '../../desktop/support/desktop-app.ts'

/** Where the app runs: served to a browser, or in the desktop's window. */
export type Host = 'browser' | 'desktop'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Given by the project: the same files run in one for each host. */
    host: Host
    /** Whether everything is tested on it, or only what it could do differently. */
    isWhole: boolean
  }
}

export const HOST: Host = inject('host')
/** Whether everything is tested on this host; else what no host could do differently is left out. */
export const IS_WHOLE: boolean = inject('isWhole')
/** Part of the name of every end-to-end test. */
export const WHERE = HOST === 'browser' ? 'in a browser' : `in the window of ${RUNTIME}`
/** Where the user is. The computer that serves a browser is in New York, whoever looks at it. */
export const OWN_ZONE = HOST === 'browser' ? 'Europe/Berlin' : 'America/New_York'
export const OWN_CITY = HOST === 'browser' ? 'Berlin' : 'New York'
