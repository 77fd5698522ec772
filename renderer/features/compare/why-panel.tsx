import { useEffect, useRef, type ReactNode } from 'react'
import type { Compared } from '../../../shared/compare/compared.ts'
import { Button } from '../../components/button.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { comparedSentence, partWords, scopeName } from './compare-words.ts'
import type { WeekDetail } from './compare-types.ts'
import { isSameScope, WHOLE_WEEK, type Scope } from './compare-view.ts'
import { Waterfall } from './waterfall.tsx'
import { waterfallModel } from './waterfall-model.ts'

interface WhyPanelProps {
  readonly detail: WeekDetail
  readonly scope: Scope
  readonly onScope: (scope: Scope) => void
}

/** Why the week, one of its days or one of its hours went otherwise than predicted. */
export function WhyPanel({ detail, scope, onScope }: WhyPanelProps): ReactNode {
  const format = useFormat()
  const compared = scopeOf(detail, scope)
  const name = scopeName(scope, format)
  const model = compared === undefined || compared.actual === null ? null : waterfallModel(compared, partWords(compared, detail, { scope, format }), format)
  const panel = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(scope)
  useEffect(() => {
    // What was chosen further down is answered here.
    if (!isSameScope(before.current, scope)) panel.current?.scrollIntoView({ block: 'nearest' })
    before.current = scope
  }, [scope])
  const showWeek = (): void => {
    // The button goes with what it led back from.
    heading.current?.focus({ preventScroll: true })
    onScope(WHOLE_WEEK)
  }
  return (
    <section className="compare-panel compare-why" aria-labelledby="compare-why" ref={panel}>
      <header className="compare-panel-head">
        <h2 id="compare-why" tabIndex={-1} ref={heading}>
          Why {name} differed
        </h2>
        {scope.kind === 'week' ? (
          <span className="quiet">Choose a day or an hour below to see it alone.</span>
        ) : (
          <Button kind="quiet" onPress={showWeek}>
            Show the week
          </Button>
        )}
      </header>
      {model === null ? (
        <p className="quiet">{compared === undefined ? 'This week has no such day.' : comparedSentence(name, compared, format)}</p>
      ) : (
        <Waterfall model={model} name={name} />
      )}
    </section>
  )
}

function scopeOf(detail: WeekDetail, scope: Scope): Compared | undefined {
  switch (scope.kind) {
    case 'week':
      return detail.total
    case 'day':
      return detail.days.find(({ date }) => date === scope.date)
    case 'cell':
      return detail.cells[scope.dayOfWeek * 24 + scope.hour]
  }
}
