import type { Translation } from '../../shared/language/catalogue.ts'
import { es as shared } from '../../shared/messages/es.ts'
import type { en } from './en.ts'
import { about } from './es/about.ts'
import { adherence } from './es/adherence.ts'
import { agentImport } from './es/agent-import.ts'
import { agents } from './es/agents.ts'
import { app } from './es/app.ts'
import { assuming } from './es/assuming.ts'
import { compare } from './es/compare.ts'
import { connect } from './es/connect.ts'
import { coverage } from './es/coverage.ts'
import { crash } from './es/crash.ts'
import { errors } from './es/errors.ts'
import { fairness } from './es/fairness.ts'
import { filters } from './es/filters.ts'
import { forecast } from './es/forecast.ts'
import { rosterImport } from './es/import.ts'
import { handOut } from './es/hand-out.ts'
import { kit } from './es/kit.ts'
import { log } from './es/log.ts'
import { knownDays } from './es/known-days.ts'
import { marks } from './es/marks.ts'
import { opening } from './es/opening.ts'
import { organizations } from './es/organizations.ts'
import { palette } from './es/palette.ts'
import { paper } from './es/paper.ts'
import { paperPlan } from './es/paper-plan.ts'
import { picture } from './es/picture.ts'
import { plan } from './es/plan.ts'
import { planBoard } from './es/plan-board.ts'
import { planExport } from './es/plan-export.ts'
import { planList } from './es/plan-list.ts'
import { planPanel } from './es/plan-panel.ts'
import { planSteps } from './es/plan-steps.ts'
import { planRotation } from './es/plan-rotation.ts'
import { planRules } from './es/plan-rules.ts'
import { planShifts } from './es/plan-shifts.ts'
import { planWeek } from './es/plan-week.ts'
import { publish } from './es/publish.ts'
import { recommendations } from './es/recommendations.ts'
import { ahead } from './es/ahead.ts'
import { replay } from './es/replay.ts'
import { rulePacks } from './es/rule-packs.ts'
import { scenarios } from './es/scenarios.ts'
import { alertSettings } from './es/alert-settings.ts'
import { settings } from './es/settings.ts'
import { shortcuts } from './es/shortcuts.ts'
import { staffing } from './es/staffing.ts'
import { suggest } from './es/suggest.ts'
import { sync } from './es/sync.ts'
import { timeOff } from './es/time-off.ts'
import { today } from './es/today.ts'
import { trust } from './es/trust.ts'
import { updates } from './es/updates.ts'
import { welcome } from './es/welcome.ts'
import { workRules } from './es/work-rules.ts'
import { workspaces } from './es/workspaces.ts'

/** Spanish: what the page says. */
export const es = {
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
} as const satisfies Translation<typeof en>
