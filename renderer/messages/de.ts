import type { Translation } from '../../shared/language/catalogue.ts'
import { de as shared } from '../../shared/messages/de.ts'
import type { en } from './en.ts'
import { about } from './de/about.ts'
import { adherence } from './de/adherence.ts'
import { agentImport } from './de/agent-import.ts'
import { agents } from './de/agents.ts'
import { ahead } from './de/ahead.ts'
import { alertSettings } from './de/alert-settings.ts'
import { app } from './de/app.ts'
import { assuming } from './de/assuming.ts'
import { compare } from './de/compare.ts'
import { connect } from './de/connect.ts'
import { coverage } from './de/coverage.ts'
import { crash } from './de/crash.ts'
import { errors } from './de/errors.ts'
import { filters } from './de/filters.ts'
import { forecast } from './de/forecast.ts'
import { handOut } from './de/hand-out.ts'
import { rosterImport } from './de/import.ts'
import { kit } from './de/kit.ts'
import { knownDays } from './de/known-days.ts'
import { log } from './de/log.ts'
import { marks } from './de/marks.ts'
import { opening } from './de/opening.ts'
import { organizations } from './de/organizations.ts'
import { palette } from './de/palette.ts'
import { paperPlan } from './de/paper-plan.ts'
import { paper } from './de/paper.ts'
import { picture } from './de/picture.ts'
import { planBoard } from './de/plan-board.ts'
import { planExport } from './de/plan-export.ts'
import { planList } from './de/plan-list.ts'
import { planPanel } from './de/plan-panel.ts'
import { planRotation } from './de/plan-rotation.ts'
import { planRules } from './de/plan-rules.ts'
import { planShifts } from './de/plan-shifts.ts'
import { planSteps } from './de/plan-steps.ts'
import { planWeek } from './de/plan-week.ts'
import { plan } from './de/plan.ts'
import { publish } from './de/publish.ts'
import { recommendations } from './de/recommendations.ts'
import { replay } from './de/replay.ts'
import { rulePacks } from './de/rule-packs.ts'
import { scenarios } from './de/scenarios.ts'
import { settings } from './de/settings.ts'
import { shortcuts } from './de/shortcuts.ts'
import { staffing } from './de/staffing.ts'
import { suggest } from './de/suggest.ts'
import { sync } from './de/sync.ts'
import { timeOff } from './de/time-off.ts'
import { today } from './de/today.ts'
import { trust } from './de/trust.ts'
import { updates } from './de/updates.ts'
import { welcome } from './de/welcome.ts'
import { workRules } from './de/work-rules.ts'
import { workspaces } from './de/workspaces.ts'
import { fairness } from './de/fairness.ts'

/** German: what the page says. */
export const de = {
  ...shared,
  fairness,
  about,
  adherence,
  agentImport,
  agents,
  ahead,
  alertSettings,
  app,
  assuming,
  compare,
  connect,
  coverage,
  crash,
  errors,
  filters,
  forecast,
  handOut,
  rosterImport,
  kit,
  knownDays,
  log,
  marks,
  opening,
  organizations,
  palette,
  paperPlan,
  paper,
  picture,
  planBoard,
  planExport,
  planList,
  planPanel,
  planRotation,
  planRules,
  planShifts,
  planSteps,
  planWeek,
  plan,
  publish,
  recommendations,
  replay,
  rulePacks,
  scenarios,
  settings,
  shortcuts,
  staffing,
  suggest,
  sync,
  timeOff,
  today,
  trust,
  updates,
  welcome,
  workRules,
  workspaces,
} as const satisfies Translation<typeof en>
