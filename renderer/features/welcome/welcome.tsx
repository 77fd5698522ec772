import { useQuery } from '@tanstack/react-query'
import { Database, FlaskConical } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { reportOf } from '../../app/errors/error-report.ts'
import { useRouting } from '../../app/routing/use-route.tsx'
import { useTRPC } from '../../app/rpc/client.ts'
import { useStartDemo } from '../../app/workspace/use-start-demo.ts'
import { useTexts } from '../../format/format-context.tsx'
import './welcome.css'

/** The first screen of all: two ways in. */
export function Welcome(): ReactNode {
  const t = useTexts('welcome')
  const { tryAgain } = useTexts('app')
  const { go } = useRouting()
  const trpc = useTRPC()
  const demo = useStartDemo()
  const { data: workspaces = [] } = useQuery(trpc.workspaces.list.queryOptions())
  return (
    <main className="welcome" id="main" tabIndex={-1}>
      <header className="welcome-head">
        <h1>{t.title}</h1>
        <p>{t.intro}</p>
      </header>
      <div className="welcome-ways">
        <section className="welcome-way">
          <Database size={20} aria-hidden />
          <h2>{t.connectTitle}</h2>
          <p>{t.connectText}</p>
          <Button kind="primary" onPress={() => go({ page: 'connect', workspaceId: null })}>
            {t.connect}
          </Button>
        </section>
        <section className="welcome-way">
          <FlaskConical size={20} aria-hidden />
          <h2>{t.demoTitle}</h2>
          <p>{t.demoText}</p>
          <Button isDisabled={demo.isPending} onPress={demo.start}>
            {demo.isPending ? t.openingDemo : t.openDemo}
          </Button>
        </section>
      </div>
      <p className="quiet">{t.privacy}</p>
      {workspaces.map(({ id, name, problem }) =>
        problem === null ? null : (
          <ErrorNotice key={id} report={{ code: 'store-damaged', message: t.cannotOpen({ name }), next: problem }} />
        ),
      )}
      {demo.error === null ? null : (
        <ErrorNotice report={reportOf(demo.error)}>
          <Button onPress={demo.start}>{tryAgain}</Button>
        </ErrorNotice>
      )}
    </main>
  )
}
