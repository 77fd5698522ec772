import { elseEnglish } from '../../../shared/language/else-english.ts'
import { fr as shared } from '../../../shared/messages/fr.ts'
import { en } from './en.ts'
import { assuming } from './fr/assuming.ts'
import { availability } from './fr/availability.ts'
import { capacityCommand } from './fr/capacity.ts'
import { changes } from './fr/changes.ts'
import { compare } from './fr/compare.ts'
import { coverage } from './fr/coverage.ts'
import { exporting } from './fr/exporting.ts'
import { files } from './fr/files.ts'
import { healthCommand } from './fr/health.ts'
import { imports } from './fr/imports.ts'
import { pages } from './fr/pages.ts'

/** French: what the command line says. */
export const fr = elseEnglish(en, {
  ...shared,
  assuming,
  availability,
  capacityCommand,
  changes,
  compare,
  coverage,
  exporting,
  files,
  healthCommand,
  imports,
  pages,
})
