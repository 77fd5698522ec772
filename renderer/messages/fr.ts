import { elseEnglish } from '../../shared/language/else-english.ts'
import { fr as shared } from '../../shared/messages/fr.ts'
import { en } from './en.ts'
import { app } from './fr/app.ts'
import { coverage } from './fr/coverage.ts'
import { errors } from './fr/errors.ts'
import { filters } from './fr/filters.ts'
import { kit } from './fr/kit.ts'
import { log } from './fr/log.ts'
import { palette } from './fr/palette.ts'
import { planExport } from './fr/plan-export.ts'
import { planShifts } from './fr/plan-shifts.ts'
import { planWeek } from './fr/plan-week.ts'
import { plan } from './fr/plan.ts'
import { recommendations } from './fr/recommendations.ts'
import { staffing } from './fr/staffing.ts'
import { today } from './fr/today.ts'

/** French: what the page says. */
export const fr = elseEnglish(en, {
  ...shared,
  app,
  coverage,
  errors,
  filters,
  kit,
  log,
  palette,
  planExport,
  planShifts,
  planWeek,
  plan,
  recommendations,
  staffing,
  today,
})
