import { Check, Undo2 } from 'lucide-react'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { takeMoves } from '../../../../../shared/optimise/take-moves.ts'
import { stepToUndo } from '../../../../../shared/plan/history.ts'
import type { Shift } from '../../../../../shared/plan/plan.ts'
import { ruleDetailText } from '../../../../../shared/optimise/rule-detail.ts'
import { violationText } from '../../../../../shared/plan/rules/violation-text.ts'
import type { Violation } from '../../../../../shared/plan/rules/violation.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { Rich } from '../../../../format/rich.ts'
import { Button } from '../../../../kit/button.tsx'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { agentName, openPlan } from '../store/editor-state.ts'
import { answerFit, createAnswerFigures, type AnswerBasis } from './answer-figures.ts'
import { AnswerSummary } from './answer-summary.tsx'
import { boundText } from './bound-text.ts'
import { FairnessLine } from './fairness-line.tsx'
import { MoveList } from './move-list.tsx'
import { gainText } from './move-text.ts'
import { NextHourStrip } from './next-hour-strip.tsx'
import { SECONDS } from './question.ts'
import type { SuggestOutcome } from './search.ts'

interface AnswerProps {
  readonly basis: AnswerBasis
  readonly outcome: SuggestOutcome
  readonly wasCancelled: boolean
}

/** What was taken, and how the plan was then. */
interface Taken {
  readonly stepId: string
  readonly count: number
  readonly shifts: readonly Shift[]
}

const MOST_VIOLATIONS = 3
const newId = (): string => crypto.randomUUID()

/** What a search found: what it gives, change by change, and what is possible at most. The plan stays as it is until changes are taken. */
export function Answer(props: AnswerProps): ReactNode {
  const { output, isFound } = props.outcome
  if (output.status === 'infeasible') return <Infeasible output={output} />
  return isFound ? <Found {...props} /> : <NothingFound {...props} />
}

function Found({ basis, outcome, wasCancelled }: AnswerProps): ReactNode {
  const format = useFormat()
  const t = format.texts.suggest
  const { store, run, undo } = useEditor()
  const { output, moves } = outcome
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(moves.keys()))
  const [taken, setTaken] = useState<Taken | null>(null)
  const fit = useEditorState((state) => answerFit(basis, taken?.shifts ?? null, state))
  const canUndo = useEditorState(({ history }) => taken !== null && stepToUndo(history)?.id === taken.stepId)
  const nameOf = useNameOf()
  const figuresOf = useMemo(() => createAnswerFigures(basis), [basis])
  const wanted = useMemo(() => moves.filter((_, index) => chosen.has(index)), [moves, chosen])
  const figures = useMemo(() => figuresOf(wanted), [figuresOf, wanted])
  const toggle = useCallback((index: number): void => {
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(index)) next.add(index)
      return next
    })
  }, [])
  const chooseAll = useCallback((areChosen: boolean) => setChosen(new Set(areChosen ? moves.keys() : [])), [moves])
  const take = (): void => {
    const step = takeMoves(wanted, newId)
    if (step === null) return
    run(step)
    setTaken({ stepId: step.id, count: wanted.length, shifts: store.getState().history.plan.shifts })
  }
  return (
    <div className="suggest-answer">
      <Notice status={output.status} wasCancelled={wasCancelled} />
      {fit === 'stale' ? <output className="panel-note">{t.stale}</output> : null}
      <AnswerSummary basis={basis} figures={figures} />
      <p>{boundText(output, figures.after.totals.covered, format)}</p>
      <NewViolations violations={figures.newViolations} nameOf={nameOf} />
      {fit === 'taken' && taken !== null ? (
        <div className="suggest-taken">
          <output>
            <Check size={16} aria-hidden /> {t.taken({ count: taken.count })}
          </output>
          {canUndo ? (
            <Button icon={<Undo2 size={16} aria-hidden />} onPress={undo}>
              {t.undo}
            </Button>
          ) : null}
        </div>
      ) : moves.length === 0 ? null : (
        <Button kind="primary" isDisabled={fit !== 'fits' || wanted.length === 0} onPress={take}>
          {t.take({ count: wanted.length })}
        </Button>
      )}
      {output.fairness === null ? null : <FairnessLine fairness={output.fairness} />}
      {moves.length === 0 ? (
        <p>{t.found({ count: 0 })}</p>
      ) : (
        <>
          <MoveList
            moves={moves}
            board={basis.week.board}
            nameOf={nameOf}
            chosen={chosen}
            isFixed={fit !== 'fits'}
            onToggle={toggle}
            onAll={chooseAll}
          />
          <p className="quiet">
            {t.gainNote({ gain: gainText(figures.after.totals.covered - figures.before.totals.covered, format) })}
          </p>
        </>
      )}
      <Limits output={output} nameOf={nameOf} />
      <NextHourStrip nextHour={output.nextHour} week={basis.week} />
    </div>
  )
}

/** The search ended before it came to anything that does what was asked; better use of hours starts from the plan itself. */
function NothingFound({ basis: { question }, wasCancelled }: AnswerProps): ReactNode {
  const format = useFormat()
  const t = format.texts.suggest
  return (
    <div className="suggest-answer">
      <p>{question.goal === 'target' ? t.nothingReached : t.nothingKept}</p>
      {wasCancelled ? null : <p className="quiet">{t.timeUp({ seconds: format.count(SECONDS) })}</p>}
    </div>
  )
}

function useNameOf(): (agentId: string | null) => string {
  const { unassigned } = useFormat().texts.suggest
  const rows = useEditorState(({ planned }) => planned.allRows)
  return (agentId) => (agentId === null ? unassigned : agentName(rows, agentId))
}

type Output = SuggestOutcome['output']

/** How the search ended, where it did not come to its end. */
function Notice({ status, wasCancelled }: Pick<Output, 'status'> & Pick<AnswerProps, 'wasCancelled'>): ReactNode {
  const format = useFormat()
  const t = format.texts.suggest
  if (status === 'fallback') return <p className="panel-note">{t.fallback}</p>
  if (wasCancelled) return <p className="quiet">{t.cancelled}</p>
  return status === 'time-limit' ? <p className="quiet">{t.timeUp({ seconds: format.count(SECONDS) })}</p> : null
}

/** Rules that the chosen changes break, because some were left out. */
function NewViolations({
  violations,
  nameOf,
}: {
  readonly violations: readonly Violation[]
  readonly nameOf: (agentId: string | null) => string
}): ReactNode {
  const format = useFormat()
  const t = format.texts.suggest
  const plan = useEditorState(openPlan)
  if (violations.length === 0) return null
  return (
    <div className="panel-note">
      <p>{t.breaksRules({ count: violations.length })}</p>
      <ul>
        {violations.slice(0, MOST_VIOLATIONS).map((violation) => {
          const { kind, agentId, shiftIds } = violation
          const text = violationText(violation, plan, format)
          return (
            <li key={`${kind} ${agentId} ${shiftIds.join(' ')}`}>
              {kind === 'under-staffed' ? (
                text
              ) : (
                <Rich parts={t.ofAgent({ who: nameOf(agentId), text, name: named })} />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Infeasible({ output }: { readonly output: Output }): ReactNode {
  const format = useFormat()
  const t = format.texts.suggest
  const nameOf = useNameOf()
  return (
    <div className="suggest-answer" role="alert">
      <h3>{t.infeasibleTitle}</h3>
      {output.mustGive.some(({ rule }) => rule === 'target') ? null : <p>{t.infeasible}</p>}
      <ul className="suggest-rules">
        {output.mustGive.map(({ rule, agentId, detail }) => {
          const text = ruleDetailText(detail, format, nameOf)
          return (
            <li key={`${rule} ${agentId} ${text}`}>
              {agentId === null ? text : <Rich parts={t.ofAgent({ who: nameOf(agentId), text, name: named })} />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const named = (text: string): ReactNode => <strong translate="no">{text}</strong>
const strong = (text: string): ReactNode => <strong>{text}</strong>

/** The rules that cost most visitors. */
function Limits({
  output: { standsInTheWay },
  nameOf,
}: {
  readonly output: Output
  readonly nameOf: (agentId: string | null) => string
}): ReactNode {
  const format = useFormat()
  const t = format.texts.suggest
  if (standsInTheWay.length === 0) return null
  return (
    <section className="panel-part">
      <h3>{t.limits}</h3>
      <ul className="suggest-rules">
        {standsInTheWay.map(({ rule, agentId, detail, coveredGain }) => {
          const text = ruleDetailText(detail, format)
          const gain = gainText(coveredGain, format)
          return (
            <li key={`${rule} ${agentId} ${text}`}>
              <Rich
                parts={
                  agentId === null
                    ? t.limitOfAll({ gain: strong, amount: gain, text })
                    : t.limit({ gain: strong, amount: gain, who: nameOf(agentId), name: named, text })
                }
              />
            </li>
          )
        })}
      </ul>
      <p className="quiet">{t.limitsNote}</p>
    </section>
  )
}
