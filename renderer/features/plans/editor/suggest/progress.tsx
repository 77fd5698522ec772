import type { ReactNode } from 'react'
import { useFormat } from '../../../../format/format-context.tsx'
import { approachLines } from './approach.ts'
import { SECONDS } from './question.ts'
import type { SuggestProgress } from './search.ts'

const WIDTH = 320
const HEIGHT = 96

interface ProgressProps {
  readonly steps: readonly SuggestProgress[]
  /** Hours are looked for, and not visitors. */
  readonly isOfHours: boolean
}

/** The best so far and the bound, in figures and as two lines that approach one another. */
export function Progress({ steps, isOfHours }: ProgressProps): ReactNode {
  const format = useFormat()
  const t = format.texts.suggest
  const last = steps.at(-1)
  const drawn = steps.map(({ seconds, covered, bound, hours, boundHours }) =>
    isOfHours ? { seconds, best: hours, bound: boundHours } : { seconds, best: covered, bound },
  )
  const lines = approachLines(drawn, { width: WIDTH, height: HEIGHT, seconds: SECONDS })
  const figure = (value: number | null | undefined): string =>
    value === null || value === undefined
      ? t.notKnown
      : isOfHours
        ? format.agentHours(value)
        : t.ofCovered({ count: Math.round(value) })
  const now = drawn.at(-1)
  return (
    <section className="suggest-progress" aria-label={t.progress}>
      <dl className="panel-list">
        <div>
          <dt className="quiet">
            <span className="approach-key approach-key-bound" aria-hidden />
            {isOfHours ? t.fewest : t.most}
          </dt>
          <dd>{figure(now?.bound)}</dd>
        </div>
        <div>
          <dt className="quiet">
            <span className="approach-key approach-key-best" aria-hidden />
            {t.best}
          </dt>
          <dd>{figure(now?.best)}</dd>
        </div>
      </dl>
      <figure aria-label={isOfHours ? t.chartHours : t.chart}>
        <svg className="approach" aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
          <polyline className="approach-bound" points={lines.bound} />
          <polyline className="approach-best" points={lines.best} />
        </svg>
      </figure>
      <p className="quiet">
        {last === undefined
          ? t.searching
          : t.elapsed({ seconds: format.count(Math.floor(last.seconds)), limit: format.count(SECONDS) })}{' '}
        {t.cancelHint}
      </p>
    </section>
  )
}
