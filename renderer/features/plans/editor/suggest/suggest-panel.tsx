import { Sparkles, X } from 'lucide-react'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useFormat } from '../../../../format/format-context.tsx'
import { useWorkspace } from '../../../../app/workspace/workspace-context.tsx'
import type { Formatter } from '../../../../format/formatter.ts'
import { Button } from '../../../../kit/button.tsx'
import { ErrorNotice } from '../../../../kit/error-notice.tsx'
import { assignable } from '../board/board-rows.ts'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { isUnknownWeek, openPlan } from '../store/editor-state.ts'
import { Answer } from './answer.tsx'
import { basisOf, type AnswerBasis } from './answer-figures.ts'
import { Progress } from './progress.tsx'
import { QuestionForm } from './question-form.tsx'
import { questionProblem, suggestRequest, type QuestionProblem, type SuggestQuestion } from './question.ts'
import type { SearchState } from './search.ts'
import { useSearch } from './use-search.ts'
import './suggest.css'

interface SuggestPanelProps {
  readonly planId: string
  readonly question: SuggestQuestion
}

/** A second press within this time is a double click, and not meant to cancel what the first started. */
const DOUBLE_CLICK_MS = 500

/** Looks for a better schedule of the open plan: the question, the search on its way, the answer. */
export function SuggestPanel({ planId, question }: SuggestPanelProps): ReactNode {
  const t = useFormat().texts.suggest
  const { store, askSuggest } = useEditor()
  const { workspaceId } = useWorkspace()
  const isUnknown = useEditorState(isUnknownWeek)
  const plan = useEditorState(openPlan)
  const agents = useEditorState(({ planned }) => planned.agents)
  const [state, search] = useSearch()
  const startedAt = useRef(0)
  const [isFormOpen, setFormOpen] = useState(true)
  const startButton = useRef<HTMLButtonElement>(null)
  useEffect(() => startButton.current?.focus(), [])
  const agentIds = assignable(agents).map(({ id }) => id)
  const problem = questionProblem(question, { plan, agentIds })
  const isBusy = state.kind === 'starting' || state.kind === 'running'
  // Stable, so that the form is not drawn again with every step of a search.
  const change = useCallback(
    (patch: Partial<SuggestQuestion>): void => {
      const { suggest } = store.getState()
      if (suggest !== null) askSuggest({ ...suggest, ...patch })
    },
    [store, askSuggest],
  )
  const start = (): void => {
    startedAt.current = performance.now()
    // What is found needs the room.
    setFormOpen(false)
    const basis = basisOf(store.getState(), question)
    const asked = { workspaceId, planId, plan: basis.plan, week: basis.week.firstDate, agentIds }
    void search.start(suggestRequest(question, asked), basis)
  }
  const press = (): void => {
    if (!isBusy) start()
    else if (performance.now() - startedAt.current > DOUBLE_CLICK_MS) search.cancel()
  }
  return (
    <aside className="panel suggest" aria-label={t.title}>
      <header className="suggest-head">
        <h2>{t.title}</h2>
        <Button kind="quiet" icon={<X size={16} aria-hidden />} aria-label={t.close} onPress={() => askSuggest(null)} />
      </header>
      {isUnknown ? (
        <p className="panel-note">{t.unknownWeek}</p>
      ) : (
        <>
          <details
            className="suggest-question"
            open={isFormOpen}
            onToggle={(event) => setFormOpen(event.currentTarget.open)}
          >
            <summary>{questionText(question, t)}</summary>
            <QuestionForm question={question} onChange={change} />
          </details>
          {problem === null ? null : <Problem problem={problem} />}
          <Button
            kind={state.kind === 'answered' || isBusy ? 'secondary' : 'primary'}
            ref={startButton}
            icon={isBusy ? undefined : <Sparkles size={16} aria-hidden />}
            isDisabled={!isBusy && problem !== null}
            onPress={press}
          >
            {isBusy ? t.cancel : state.kind === 'idle' ? t.start : t.again}
          </Button>
          <Result state={state} />
          <Spoken state={state} />
        </>
      )}
    </aside>
  )
}

function Problem({ problem }: { readonly problem: QuestionProblem }): ReactNode {
  const t = useFormat().texts.suggest.problems
  // The fields say what is wrong with their numbers.
  if (problem === 'number') return null
  return <p className="panel-note">{t[problem]}</p>
}

function Result({ state }: { readonly state: SearchState<AnswerBasis> }): ReactNode {
  const t = useFormat().texts.suggest
  switch (state.kind) {
    case 'idle':
      return null
    case 'starting':
      return <Progress steps={[]} isOfHours={state.basis.question.goal === 'target'} />
    case 'running':
      return <Progress steps={state.steps} isOfHours={state.basis.question.goal === 'target'} />
    case 'failed':
      return <ErrorNotice report={state.report} />
    case 'lost':
      return <p className="panel-note">{t.lost}</p>
    case 'answered':
      return <Answer {...state} />
  }
}

/** Start and end of a search, read out; what changes ten times a second is not. */
function Spoken({ state }: { readonly state: SearchState<AnswerBasis> }): ReactNode {
  const t = useFormat().texts.suggest
  const text =
    state.kind === 'running' || state.kind === 'starting'
      ? t.searchStarted
      : state.kind === 'answered' && state.outcome.output.status !== 'infeasible'
        ? t.found({ count: state.outcome.moves.length })
        : ''
  return (
    <output className="visually-hidden" aria-live="polite">
      {text}
    </output>
  )
}

/** What is looked for, in a line. */
function questionText({ goal, moves }: SuggestQuestion, t: Formatter['texts']['suggest']): string {
  return goal === 'same-hours'
    ? t.questionOfMoves({ goal: t.goals[goal], moves: t.movesNames[moves] })
    : t.question({ goal: t.goals[goal] })
}
