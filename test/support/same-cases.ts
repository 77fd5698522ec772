import fc from 'fast-check'
import { DEEP } from './deep.ts'

/** Vitest's setup of every file: in `npm test` a property that names no seed is tried on the same cases each time. */
if (!DEEP) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 1 })
