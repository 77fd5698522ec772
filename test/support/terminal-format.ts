import { createFormatter } from '../../electron/terminal/format.ts'

/** How the command line writes in American English. */
export const TERMINAL_FORMAT = createFormatter('en-US', 'en')
