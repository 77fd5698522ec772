import { Fragment, type ReactNode } from 'react'
import type { PackRule, RulePack } from '../../../shared/plan/rules/packs/pack.ts'
import { useFormat } from '../../format/format-context.tsx'
import { Rich } from '../../format/rich.ts'
import './pack-sources.css'

interface PackTexts {
  readonly sources: Partial<Readonly<Record<PackRule, string>>>
  readonly notes: Readonly<Record<string, string>>
}

/** Where each number of a pack is from, what was assumed, and what is not checked. */
export function PackSources({ pack }: { readonly pack: RulePack }): ReactNode {
  const format = useFormat()
  const { planRules: t, rulePacks } = format.texts
  const texts: PackTexts = rulePacks[pack.id]
  return (
    <details className="pack-sources">
      <summary>{t.sources({ date: format.date(pack.checked, 'full') })}</summary>
      <ul>
        {pack.sources.map(({ rule, article, url, others = [] }) => (
          <li key={rule}>
            <Rich parts={t.source({ text: texts.sources[rule]!, article, link: linkTo(url) })} />
            {others.map((other) => (
              <Fragment key={other.article}>
                {' '}
                <Rich parts={t.otherSource({ article: other.article, link: linkTo(other.url) })} />
              </Fragment>
            ))}
          </li>
        ))}
      </ul>
      {Object.values(texts.notes).map((note) => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
    </details>
  )
}

function linkTo(url: string): (text: ReactNode) => ReactNode {
  return function SourceLink(text) {
    return (
      <a href={url} target="_blank" rel="noreferrer">
        {text}
      </a>
    )
  }
}
