import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import type { PlanRules } from '../../../../shared/plan/rules/rules.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { Modal, ModalActions } from '../../../components/modal.tsx'
import { ShortField } from '../../../components/short-field.tsx'
import { reportOf } from '../../../errors/error-report.ts'
import { useTRPC } from '../../../rpc.ts'
import { costProblem } from '../../../work-rules/cost-text.ts'
import { LimitFields } from '../../../work-rules/limit-fields.tsx'
import { planRulesOf } from '../editor/plan-rules.ts'
import type { PlanDocument } from '../plan-types.ts'
import { areUsable, breakProblems, planRulesForm, planRulesFrom, type PlanRulesForm } from './plan-rules-form.ts'
import './plan-rules-dialog.css'

interface PlanRulesDialogProps {
  readonly workspaceId: string
  readonly planId: string
  readonly settings: PlanDocument['settings']
  readonly onClose: () => void
  /** With the settings as they are stored now. */
  readonly onSaved: (settings: PlanDocument['settings']) => void
}

/** What holds in one plan for everybody who has no rule of their own. */
export function PlanRulesDialog({ workspaceId, planId, settings, onClose, onSaved }: PlanRulesDialogProps): ReactNode {
  const trpc = useTRPC()
  const [form, setForm] = useState(() => planRulesForm(planRulesOf(settings)))
  const save = useMutation(trpc.plans.saveSettings.mutationOptions({ onSuccess: onSaved }))
  const set = (patch: Partial<PlanRulesForm>): void => setForm((before) => ({ ...before, ...patch }))
  const { minutes, afterHours } = breakProblems(form)
  const isUsable = areUsable(form)
  return (
    <Modal title="Rules of this plan" isOpen wide onClose={onClose}>
      <Form
        className="plan-rules"
        onSubmit={(event) => {
          event.preventDefault()
          if (isUsable && !save.isPending) save.mutate({ workspaceId, planId, patch: { rules: asSetting(planRulesFrom(form)) } })
        }}
      >
        <p className="quiet">They hold for everybody who has no limit of their own on the Agents screen. A broken rule is pointed out, never forbidden.</p>
        <fieldset>
          <legend>Limits for everybody</legend>
          <LimitFields texts={form} onChange={(name, text) => set({ [name]: text })} whenEmpty="none" />
        </fieldset>
        <fieldset>
          <legend>Break owed</legend>
          <div className="plan-rules-break">
            <ShortField name="Break owed, minutes" value={form.breakMinutes} onChange={(breakMinutes) => set({ breakMinutes })} problem={minutes} placeholder="none" after="minutes" />
            <ShortField
              name="Break owed, in a shift longer than so many hours"
              before="in a shift longer than"
              value={form.breakAfterHours}
              onChange={(breakAfterHours) => set({ breakAfterHours })}
              problem={afterHours}
              after="hours"
            />
          </div>
        </fieldset>
        <fieldset>
          <legend>Hourly cost</legend>
          <ShortField name="Hourly cost" value={form.hourlyCost} onChange={(hourlyCost) => set({ hourlyCost })} problem={costProblem(form.hourlyCost)} placeholder="none" after="in your currency" />
          <p className="field-hint">For open shifts, and for whoever has no cost of their own.</p>
        </fieldset>
        {save.error === null ? null : <ErrorNotice report={reportOf(save.error)} />}
        <ModalActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={!isUsable || save.isPending}>
            Save
          </Button>
        </ModalActions>
      </Form>
    </Modal>
  )
}

/** As a plan keeps them among its settings. */
function asSetting({ limits, owedBreak, hourlyCost }: PlanRules) {
  return { limits: { ...limits }, owedBreak: owedBreak === null ? null : { ...owedBreak }, hourlyCost }
}
