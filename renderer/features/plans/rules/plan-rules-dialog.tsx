import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { applyPack } from '../../../../shared/plan/rules/packs/packs.ts'
import { Button } from '../../../kit/button.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { Modal, ModalActions } from '../../../kit/modal.tsx'
import { SelectField } from '../../../kit/select-field.tsx'
import { ShortField } from '../../../kit/short-field.tsx'
import { reportOf } from '../../../app/errors/error-report.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { useTRPC } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { costProblem } from '../../../app/work-rules/cost-text.ts'
import { LimitFields } from '../../../app/work-rules/limit-fields.tsx'
import { asSetting, storedPlanRules, withUsualLimits } from './plan-rules.ts'
import type { PlanDocument } from '../plan-types.ts'
import { breakCountsOptions } from './break-lists.ts'
import { PackPart } from './pack-part.tsx'
import {
  areUsable,
  breakProblems,
  planRulesForm,
  planRulesFrom,
  rowsOf,
  type PlanRulesForm,
} from './plan-rules-form.ts'
import { PlanRulesFile } from './plan-rules-file.tsx'
import { RuleListField } from '../../../app/work-rules/rule-list-field.tsx'
import type { RuleList } from '../../../app/work-rules/rule-list.ts'
import { RULE_LISTS } from './rule-lists.ts'
import { staffList } from './staff-list.ts'
import './plan-rules-dialog.css'

interface PlanRulesDialogProps {
  readonly planId: string
  readonly plan: Pick<Plan, 'poolId'>
  readonly pools: readonly { readonly id: string; readonly name: string | null }[]
  readonly settings: PlanDocument['settings']
  readonly onClose: () => void
  /** With the settings as they are stored now. */
  readonly onSaved: (settings: PlanDocument['settings']) => void
}

/** What holds in one plan for everybody who has no rule of their own. */
export function PlanRulesDialog({ planId, plan, pools, settings, onClose, onSaved }: PlanRulesDialogProps): ReactNode {
  const format = useFormat()
  const { planRules: t } = format.texts
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const [form, setForm] = useState(() => {
    const stored = storedPlanRules(settings)
    return planRulesForm(stored, [...RULE_LISTS, staffList(plan.poolId, pools, stored)])
  })
  const staff = staffList(plan.poolId, pools, form.kept)
  const lists = [...RULE_LISTS, staff]
  const save = useMutation(trpc.plans.saveSettings.mutationOptions({ onSuccess: onSaved }))
  const set = (patch: Partial<PlanRulesForm>): void => setForm((before) => ({ ...before, ...patch }))
  const { minutes, afterHours } = breakProblems(form)
  const isUsable = areUsable(form, lists)
  const listField = (list: RuleList): ReactNode => (
    <RuleListField
      key={list.id}
      list={list}
      rows={rowsOf(form, list.id)}
      onChange={(rows) => set({ lists: { ...form.lists, [list.id]: rows } })}
    />
  )
  return (
    <Modal title={t.title} isOpen wide onClose={onClose}>
      <Form
        className="plan-rules"
        onSubmit={(event) => {
          event.preventDefault()
          if (isUsable && !save.isPending)
            save.mutate({ workspaceId, planId, patch: { rules: asSetting(planRulesFrom(form, lists)) } })
        }}
      >
        <p className="quiet">{t.intro}</p>
        <PackPart
          packId={form.kept.pack ?? null}
          canFill={isUsable}
          onFill={(pack) => setForm(planRulesForm(applyPack(planRulesFrom(form, lists), pack), lists))}
          onUsual={() => setForm(planRulesForm(withUsualLimits(planRulesFrom(form, lists)), lists))}
        />
        <PlanRulesFile
          rules={isUsable ? planRulesFrom(form, lists) : null}
          onFill={(rules) => setForm(planRulesForm(rules, lists))}
        />
        <fieldset>
          <legend>{t.limits}</legend>
          <LimitFields texts={form} onChange={(name, text) => set({ [name]: text })} whenEmpty={t.none} />
        </fieldset>
        <fieldset>
          <legend>{t.requiredBreak}</legend>
          <div className="plan-rules-break">
            <ShortField
              name={t.breakMinutes}
              value={form.breakMinutes}
              onChange={(breakMinutes) => set({ breakMinutes })}
              problem={minutes}
              placeholder={t.none}
              after={t.minutes}
            />
            <ShortField
              name={t.breakAfterHours}
              before={t.inMoreThan}
              value={form.breakAfterHours}
              onChange={(breakAfterHours) => set({ breakAfterHours })}
              problem={afterHours}
              after={t.hours}
            />
            <SelectField
              label={t.breakCounts}
              hideLabel
              options={breakCountsOptions(format)}
              value={form.breakCounts}
              onChange={(breakCounts) => set({ breakCounts })}
            />
          </div>
        </fieldset>
        {RULE_LISTS.map(listField)}
        {listField(staff)}
        <fieldset>
          <legend>{t.hourlyCost}</legend>
          <ShortField
            name={t.hourlyCost}
            value={form.hourlyCost}
            onChange={(hourlyCost) => set({ hourlyCost })}
            problem={costProblem(form.hourlyCost)}
            placeholder={t.none}
            after={t.perHour}
          />
          <p className="field-hint">{t.costHint}</p>
        </fieldset>
        {save.error === null ? null : <ErrorNotice report={reportOf(save.error)} />}
        <ModalActions>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={!isUsable || save.isPending}>
            {t.save}
          </Button>
        </ModalActions>
      </Form>
    </Modal>
  )
}
