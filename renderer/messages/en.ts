import { en as shared } from '../../shared/messages/en.ts'
import { about } from './en/about.ts'
import { adherence } from './en/adherence.ts'
import { agentImport } from './en/agent-import.ts'
import { agents } from './en/agents.ts'
import { app } from './en/app.ts'
import { assuming } from './en/assuming.ts'
import { compare } from './en/compare.ts'
import { connect } from './en/connect.ts'
import { coverage } from './en/coverage.ts'
import { crash } from './en/crash.ts'
import { errors } from './en/errors.ts'
import { fairness } from './en/fairness.ts'
import { filters } from './en/filters.ts'
import { forecast } from './en/forecast.ts'
import { rosterImport } from './en/import.ts'
import { handOut } from './en/hand-out.ts'
import { kit } from './en/kit.ts'
import { log } from './en/log.ts'
import { knownDays } from './en/known-days.ts'
import { marks } from './en/marks.ts'
import { opening } from './en/opening.ts'
import { organizations } from './en/organizations.ts'
import { palette } from './en/palette.ts'
import { paper } from './en/paper.ts'
import { paperPlan } from './en/paper-plan.ts'
import { picture } from './en/picture.ts'
import { plan } from './en/plan.ts'
import { planBoard } from './en/plan-board.ts'
import { planExport } from './en/plan-export.ts'
import { planList } from './en/plan-list.ts'
import { planPanel } from './en/plan-panel.ts'
import { planSteps } from './en/plan-steps.ts'
import { planRotation } from './en/plan-rotation.ts'
import { planRules } from './en/plan-rules.ts'
import { planShifts } from './en/plan-shifts.ts'
import { planWeek } from './en/plan-week.ts'
import { publish } from './en/publish.ts'
import { recommendations } from './en/recommendations.ts'
import { ahead } from './en/ahead.ts'
import { replay } from './en/replay.ts'
import { rulePacks } from './en/rule-packs.ts'
import { scenarios } from './en/scenarios.ts'
import { alertSettings } from './en/alert-settings.ts'
import { settings } from './en/settings.ts'
import { shortcuts } from './en/shortcuts.ts'
import { staffing } from './en/staffing.ts'
import { suggest } from './en/suggest.ts'
import { sync } from './en/sync.ts'
import { timeOff } from './en/time-off.ts'
import { today } from './en/today.ts'
import { trust } from './en/trust.ts'
import { updates } from './en/updates.ts'
import { welcome } from './en/welcome.ts'
import { workRules } from './en/work-rules.ts'
import { workspaces } from './en/workspaces.ts'

/** English: what the page says, a file a screen. */
export const en = {
  ...shared,
  about,
  adherence,
  agentImport,
  agents,
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
  kit,
  log,
  knownDays,
  marks,
  opening,
  organizations,
  palette,
  paper,
  paperPlan,
  picture,
  plan,
  planBoard,
  planExport,
  planList,
  planPanel,
  planRotation,
  planRules,
  planSteps,
  planShifts,
  planWeek,
  publish,
  recommendations,
  ahead,
  replay,
  rosterImport,
  rulePacks,
  scenarios,
  settings,
  alertSettings,
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
} as const
