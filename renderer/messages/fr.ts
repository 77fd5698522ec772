import type { Translation } from '../../shared/language/catalogue.ts'
import { fr as shared } from '../../shared/messages/fr.ts'
import type { en } from './en.ts'
import { about } from './fr/about.ts'
import { adherence } from './fr/adherence.ts'
import { agentImport } from './fr/agent-import.ts'
import { agents } from './fr/agents.ts'
import { ahead } from './fr/ahead.ts'
import { alertSettings } from './fr/alert-settings.ts'
import { app } from './fr/app.ts'
import { assuming } from './fr/assuming.ts'
import { compare } from './fr/compare.ts'
import { connect } from './fr/connect.ts'
import { coverage } from './fr/coverage.ts'
import { crash } from './fr/crash.ts'
import { errors } from './fr/errors.ts'
import { fairness } from './fr/fairness.ts'
import { filters } from './fr/filters.ts'
import { forecast } from './fr/forecast.ts'
import { handOut } from './fr/hand-out.ts'
import { rosterImport } from './fr/import.ts'
import { kit } from './fr/kit.ts'
import { knownDays } from './fr/known-days.ts'
import { log } from './fr/log.ts'
import { marks } from './fr/marks.ts'
import { opening } from './fr/opening.ts'
import { organizations } from './fr/organizations.ts'
import { palette } from './fr/palette.ts'
import { paperPlan } from './fr/paper-plan.ts'
import { paper } from './fr/paper.ts'
import { picture } from './fr/picture.ts'
import { planBoard } from './fr/plan-board.ts'
import { planExport } from './fr/plan-export.ts'
import { planList } from './fr/plan-list.ts'
import { planPanel } from './fr/plan-panel.ts'
import { planRotation } from './fr/plan-rotation.ts'
import { planRules } from './fr/plan-rules.ts'
import { planShifts } from './fr/plan-shifts.ts'
import { planSteps } from './fr/plan-steps.ts'
import { planWeek } from './fr/plan-week.ts'
import { plan } from './fr/plan.ts'
import { publish } from './fr/publish.ts'
import { recommendations } from './fr/recommendations.ts'
import { replay } from './fr/replay.ts'
import { rulePacks } from './fr/rule-packs.ts'
import { scenarios } from './fr/scenarios.ts'
import { settings } from './fr/settings.ts'
import { shortcuts } from './fr/shortcuts.ts'
import { staffing } from './fr/staffing.ts'
import { suggest } from './fr/suggest.ts'
import { sync } from './fr/sync.ts'
import { timeOff } from './fr/time-off.ts'
import { today } from './fr/today.ts'
import { trust } from './fr/trust.ts'
import { updates } from './fr/updates.ts'
import { welcome } from './fr/welcome.ts'
import { workRules } from './fr/work-rules.ts'
import { workspaces } from './fr/workspaces.ts'

/** French: what the page says. */
export const fr = {
  ...shared,
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
  fairness,
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
