import { useEffect, useRef, type ReactNode } from 'react'
import type { Compared } from '../../../shared/compare/compared.ts'
import { Button } from '../../kit/button.tsx'
import { Card, CardHead } from '../../kit/card.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { comparedSentence, partText, scopeName } from './compare-text.ts'
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
  const compared = comparedIn(detail, scope)
  const t = format.texts.compare
  const when = scopeName(scope, format)
  const model =
    compared === undefined || compared.actual === null
      ? null
      : waterfallModel(compared, partText(compared, detail, { scope, format }), format)
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
    <Card kind="figure" className="compare-panel compare-why" labelledBy="compare-why" ref={panel}>
      <CardHead>
        <h2 id="compare-why" tabIndex={-1} ref={heading}>
          {scope.kind === 'week' ? t.whyWeek : t.why({ when })}
        </h2>
        {scope.kind === 'week' ? (
          <span className="quiet">{t.chooseBelow}</span>
        ) : (
          <Button kind="quiet" onPress={showWeek}>
            {t.showWeek}
          </Button>
        )}
      </CardHead>
      {model === null ? (
        <p className="quiet">{compared === undefined ? t.noSuchDay : comparedSentence(when, compared, format)}</p>
      ) : (
        <Waterfall model={model} caption={scope.kind === 'week' ? t.whyWeekTable : t.whyTable({ when })} />
      )}
    </Card>
  )
}

function comparedIn(detail: WeekDetail, scope: Scope): Compared | undefined {
  switch (scope.kind) {
    case 'week':
      return detail.total
    case 'day':
      return detail.days.find(({ date }) => date === scope.date)
    case 'cell':
      return detail.cells[scope.dayOfWeek * 24 + scope.hour]
  }
}
