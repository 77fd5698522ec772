import { X } from 'lucide-react'
import { memo, useState, type ReactNode } from 'react'
import { MOVES } from '../../../../../shared/optimise/problem.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { Rich } from '../../../../format/rich.ts'
import { Button } from '../../../../kit/button.tsx'
import { CheckboxList } from '../../../../kit/checkbox-list.tsx'
import { NumberField, RadioField, SwitchField } from '../../../../kit/fields.tsx'
import { SelectField } from '../../../../kit/select-field.tsx'
import { checkedRules } from '../../rules/plan-rules.ts'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { agentName, openPlan } from '../store/editor-state.ts'
import { shiftWhen } from './move-text.ts'
import { FAIR_LOSS, MOST_GAIN, MOST_HOURS, type SuggestQuestion } from './question.ts'

interface QuestionFormProps {
  readonly question: SuggestQuestion
  readonly onChange: (patch: Partial<SuggestQuestion>) => void
}

const GOALS = ['same-hours', 'more-hours', 'target'] as const
const PER = ['week', 'hour'] as const

/** What to look for, and within which limits. */
export const QuestionForm = memo(function QuestionForm({ question, onChange }: QuestionFormProps): ReactNode {
  const format = useFormat()
  const t = format.texts.suggest
  const { openDialog } = useEditor()
  const violations = useEditorState(({ planned }) => planned.ruleReport.violations.length)
  const hasRules = useEditorState((state) => checkedRules(state.rules, openPlan(state).poolId).length > 0)
  return (
    <div className="suggest-form">
      <RadioField
        label={t.goal}
        choices={GOALS.map((id) => ({ id, label: t.goals[id], hint: t.goalHints[id] }))}
        value={question.goal}
        onChange={(goal) => onChange({ goal })}
      />
      {question.goal === 'same-hours' ? (
        <SelectField
          label={t.moves}
          options={MOVES.map((id) => ({ id, label: t.movesNames[id] }))}
          value={question.moves}
          onChange={(id) => onChange({ moves: MOVES.find((one) => one === id) ?? question.moves })}
        />
      ) : null}
      {question.goal === 'more-hours' ? (
        <NumberField
          label={t.addHours}
          unit={t.hoursUnit}
          value={question.addHours}
          minValue={1}
          maxValue={MOST_HOURS}
          onChange={(addHours) => onChange({ addHours })}
        />
      ) : null}
      {question.goal === 'target' ? (
        <>
          <NumberField
            label={t.target}
            unit={t.percent}
            value={question.targetPercent}
            minValue={1}
            maxValue={100}
            onChange={(targetPercent) => onChange({ targetPercent })}
          />
          <RadioField
            label={t.per}
            inline
            choices={PER.map((id) => ({ id, label: t.perNames[id] }))}
            value={question.per}
            onChange={(per) => onChange({ per })}
          />
        </>
      ) : null}
      {question.goal === 'target' ? null : (
        <NumberField
          label={t.leastGain}
          unit={t.visitorsUnit}
          value={question.leastGain}
          minValue={0}
          maxValue={MOST_GAIN}
          onChange={(leastGain) => onChange({ leastGain })}
        />
      )}
      <SwitchField
        label={t.fair}
        hint={t.fairHint({ share: format.rate(100 * FAIR_LOSS) })}
        isSelected={question.isFair}
        onChange={(isFair) => onChange({ isFair })}
      />
      <LeftAlone question={question} onChange={onChange} />
      {violations > 0 ? (
        <SwitchField
          label={t.repair({ count: violations })}
          hint={t.repairHint}
          isSelected={question.keepsEveryRule}
          onChange={(keepsEveryRule) => onChange({ keepsEveryRule })}
        />
      ) : null}
      {hasRules ? null : (
        <p className="quiet">
          <Rich
            parts={t.noRules({
              link: (text) => (
                <Button kind="link" onPress={() => openDialog({ kind: 'rules' })}>
                  {text}
                </Button>
              ),
            })}
          />
        </p>
      )}
    </div>
  )
})

/** Agents and shifts that are to stay as they are. */
function LeftAlone({ question, onChange }: QuestionFormProps): ReactNode {
  const format = useFormat()
  const t = format.texts.suggest
  const plan = useEditorState(openPlan)
  const rows = useEditorState(({ planned }) => planned.allRows)
  const board = useEditorState(({ week }) => week.board)
  const selection = useEditorState((state) => state.selection)
  const [isOpen, setOpen] = useState(false)
  const agents = rows.filter(({ agentId, places }) => agentId !== null && places.length > 0)
  const kept = plan.shifts.filter(({ id }) => question.keptShifts.includes(id))
  const selected = [...selection].filter((id) => !question.keptShifts.includes(id))
  const count = question.keptAgents.length + kept.length
  return (
    <details className="suggest-keep" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{count === 0 ? t.keep : t.keepSome({ count: format.count(count) })}</summary>
      {/* Hundreds of boxes are drawn only where they are looked at. */}
      {isOpen ? (
        <>
          <div className="suggest-keep-agents">
            <CheckboxList
              name={t.keepAgents}
              options={agents.map(({ agentId, name }) => ({ id: agentId!, label: name }))}
              chosen={question.keptAgents}
              onChange={(keptAgents) => onChange({ keptAgents })}
            />
          </div>
          {selected.length === 0 ? (
            <p className="quiet">{t.keepHint}</p>
          ) : (
            <Button onPress={() => onChange({ keptShifts: [...question.keptShifts, ...selected] })}>
              {t.keepSelected({ count: selected.length })}
            </Button>
          )}
          {kept.length === 0 ? null : (
            <ul className="suggest-kept" aria-label={t.keptShifts}>
              {kept.map((shift) => {
                const name = t.keptShift({
                  who: shift.agentId === null ? t.unassigned : agentName(rows, shift.agentId),
                  when: shiftWhen(shift, board, format),
                })
                return (
                  <li key={shift.id}>
                    <span>{name}</span>
                    <Button
                      kind="quiet"
                      icon={<X size={14} aria-hidden />}
                      aria-label={t.releaseShift({ shift: name })}
                      onPress={() => onChange({ keptShifts: question.keptShifts.filter((id) => id !== shift.id) })}
                    />
                  </li>
                )
              })}
            </ul>
          )}
        </>
      ) : null}
    </details>
  )
}
